// The page on the screen, as the parts of the script see it. They are files of their own and must import nothing that
// the script of every page is made of, or that would fall into two; so they are handed it.
import type { Answer } from '../shared/core.ts';
import { announce } from './announce.ts';
import { engine } from './engine.ts';
import { fetchNeed } from './fetch_need.ts';
import { loadModule } from './load_module.ts';
import { router } from './router.ts';
import { root } from './site.ts';
import { parsePage, workerUrl } from './view.ts';
import { word } from './words.ts';

export interface ShownPage {
  /** Aborted when another page comes: whatever was put outside `main` has to go then. */
  readonly signal: AbortSignal;
  /** What `main` held when it came, before script changed it. */
  readonly main: string;
  /** Of the site. */
  readonly root: URL;
  announce(text: string): void;
  /** Asks the core, and fetches what it lacks for the answer. */
  answer(path: string): Promise<Answer>;
  button(className: string, name: string, english: string): HTMLButtonElement;
  fetchNeed: typeof fetchNeed;
  /** Whether the core answers without being fetched first. */
  isCoreReady(): boolean;
  /** Another module of the core's kind, by the name and hash of its file. */
  loadModule: typeof loadModule;
  parsePage(html: string): Document;
  router: typeof router;
  word(name: string, english: string): string;
  workerUrl(): string;
}

export function shownPage(signal: AbortSignal, main = ''): ShownPage {
  const answer = (path: string): Promise<Answer> => engine.answer(path);
  return {
    signal,
    main,
    root,
    announce,
    answer,
    button,
    fetchNeed,
    isCoreReady: () => engine.state === 'ready',
    loadModule,
    parsePage,
    router,
    word,
    workerUrl,
  };
}

export function button(className: string, name: string, english: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = word(name, english);
  return element;
}
