// The page on the screen, as the parts of the script see it. They are files of their own and must import nothing that
// the script of every page is made of, or that would fall into two; so they are handed it.
import { announce } from './announce.ts';
import { root } from './site.ts';
import { parsePage, workerUrl } from './view.ts';
import { broughtWord, word } from './words.ts';
import type { Word } from './words.ts';

export interface ShownPage {
  /** Aborted when another page comes: whatever was put outside `main` has to go then. */
  readonly signal: AbortSignal;
  /** What `main` held when it came, before script changed it. */
  readonly main: string;
  readonly root: URL;
  announce(text: string): void;
  broughtWord(name: string): string | undefined;
  button(className: string, name: Word): HTMLButtonElement;
  parsePage(html: string): Document;
  word(name: Word): string;
  workerUrl(): string;
}

export function shownPage(signal: AbortSignal, main = ''): ShownPage {
  return { signal, main, root, announce, broughtWord, button, parsePage, word, workerUrl };
}

export function button(className: string, name: Word): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = word(name);
  return element;
}
