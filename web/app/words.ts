// Every word that script puts before a reader. In another language the page brings them: `<meta name="words">`, whose
// content is an object in JSON with names of this list; what it leaves out stays English.

const kEnglish = {
  allResults: 'All results',
  close: 'Close',
  copied: 'Copied',
  copy: 'Copy',
  didYouMean: 'Did you mean',
  enlarge: 'Enlarge the image',
  foundEntries: '{n} entry found.|{n} entries found.',
  foundNothing: 'Nothing found.',
  keys: 'Keys',
  moreResults: 'More results',
  nextEntry: 'Next entry',
  noCore: 'There is no core: does this browser have WebAssembly?',
  notDrawn: 'This page could not be drawn',
  notOfSite: 'This address is no page of this site.',
  previousEntry: 'Previous entry',
  searchEntries: 'Search all entries',
  searchIncomplete: 'Parts of the index could not be read, so there may be more.',
  searching: 'Searching …',
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
