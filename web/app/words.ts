// Every word that script puts before a reader. In another language the page brings them: `<meta name="words">`, whose
// content is an object in JSON with names of this list; what it leaves out stays English.

const kEnglish = {
  close: 'Close',
  copied: 'Copied',
  copy: 'Copy',
  enlarge: 'Enlarge the image',
  filterEntries: 'Filter the entries',
  keys: 'Keys',
  nextEntry: 'Next entry',
  noCore: 'There is no core: does this browser have WebAssembly?',
  notDrawn: 'This page could not be drawn',
  notOfSite: 'This address is no page of this site.',
  previousEntry: 'Previous entry',
  showKeys: 'Show these keys',
  singleKeys: 'Single keys work',
  switchTheme: 'Change the theme',
  themeAuto: 'Theme: as the system',
  themeDark: 'Theme: dark',
  themeLight: 'Theme: light',
};

export type Word = keyof typeof kEnglish;

export function word(name: Word): string {
  return broughtWord(name) ?? kEnglish[name];
}

/** What the page brings under a name, of this list or of a part's. */
export function broughtWord(name: string): string | undefined {
  const brought = broughtByPage()[name];
  return typeof brought === 'string' ? brought : undefined;
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
