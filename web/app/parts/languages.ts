// The languages that code is coloured in: by the names authors write, each a file that is fetched when code needs it.
import hljs from 'highlight.js/lib/core';
import type { LanguageFn } from 'highlight.js';

interface Language {
  /** As authors write it, lower case. The first is the highlighter's own, under which others are `within` it. */
  readonly names: string;
  readonly load: () => Promise<{ readonly default: LanguageFn }>;
  /** Languages that stand in it, and what in a text shows that one does. */
  readonly within?: Readonly<Record<string, string>>;
}

const kLanguages: readonly Language[] = [
  { names: 'bash sh zsh shell', load: () => import('highlight.js/lib/languages/bash') },
  { names: 'c h', load: () => import('highlight.js/lib/languages/c') },
  { names: 'cpp c++ cc cxx hpp hh', load: () => import('highlight.js/lib/languages/cpp') },
  { names: 'css', load: () => import('highlight.js/lib/languages/css') },
  { names: 'diff patch', load: () => import('highlight.js/lib/languages/diff') },
  {
    names: 'dockerfile docker',
    load: () => import('highlight.js/lib/languages/dockerfile'),
    within: { bash: 'RUN' },
  },
  { names: 'go golang', load: () => import('highlight.js/lib/languages/go') },
  { names: 'ini toml cfg conf properties', load: () => import('highlight.js/lib/languages/ini') },
  { names: 'javascript js jsx mjs cjs', load: () => import('highlight.js/lib/languages/javascript') },
  { names: 'json jsonc json5 geojson webmanifest', load: () => import('highlight.js/lib/languages/json') },
  { names: 'python py python3', load: () => import('highlight.js/lib/languages/python') },
  { names: 'ruby rb', load: () => import('highlight.js/lib/languages/ruby') },
  { names: 'rust rs', load: () => import('highlight.js/lib/languages/rust') },
  {
    names: 'console shellsession shell-session sh-session terminal',
    load: () => import('highlight.js/lib/languages/shell'),
    within: { bash: '' },
  },
  {
    names: 'sql postgresql postgres pgsql psql plpgsql mysql sqlite',
    load: () => import('highlight.js/lib/languages/sql'),
  },
  { names: 'typescript ts tsx mts cts', load: () => import('highlight.js/lib/languages/typescript') },
  {
    names: 'xml html xhtml svg rss atom',
    load: () => import('highlight.js/lib/languages/xml'),
    within: { css: '<style', javascript: '<script' },
  },
  { names: 'yaml yml', load: () => import('highlight.js/lib/languages/yaml') },
];

const languages = new Map<string, Language>();
for (const language of kLanguages) {
  for (const name of language.names.split(' ')) languages.set(name, language);
}

const loading = new Map<string, Promise<void>>();

/** The highlighter's own name for a language; undefined for one that it does not know here. */
export function canonicalName(written: string): string | undefined {
  return languages.get(written.toLowerCase())?.names.split(' ', 1)[0];
}

/** Fetches what it takes to colour the text; `name` is a canonical one. */
export async function loadLanguage(name: string, text: string): Promise<void> {
  const within = Object.entries(languages.get(name)?.within ?? {}).filter(([, sign]) => text.includes(sign));
  await Promise.all([name, ...within.map(([other]) => other)].map(register));
}

function register(name: string): Promise<void> {
  const known = loading.get(name);
  if (known) return known;
  const registered = load(name).catch((error: unknown) => {
    loading.delete(name);
    throw error;
  });
  loading.set(name, registered);
  return registered;
}

async function load(name: string): Promise<void> {
  const language = await languages.get(name)?.load();
  if (language) hljs.registerLanguage(name, language.default);
}
