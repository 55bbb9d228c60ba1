// What script puts before a reader: in English where it is used, in another language as the page brings it, in
// `<meta name="words">`, whose content is an object in JSON.

export function word(name: string, english: string): string {
  const brought = broughtByPage()[name];
  return typeof brought === 'string' ? brought : english;
}

function broughtByPage(): Partial<Record<string, unknown>> {
  const text = document.querySelector<HTMLMetaElement>('meta[name=words]')?.content;
  if (text === undefined) return {};
  try {
    const words: unknown = JSON.parse(text);
    return typeof words === 'object' && words !== null ? words : {};
  } catch {
    return {};
  }
}
