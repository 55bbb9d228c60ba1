// The bundler hands a style sheet to script as its text.
declare module '*.css' {
  const text: string;
  export default text;
}
