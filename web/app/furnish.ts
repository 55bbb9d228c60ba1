// What a page gains by script beyond the way to other pages. Buttons that every page has are here; the rest is in parts,
// files that are fetched where a page has use for them.
import { keys } from './keys.ts';
import { savesData } from './saves_data.ts';
import { shownPage } from './shown_page.ts';
import type { ShownPage } from './shown_page.ts';
import { theme } from './theme.ts';
import { whenIdle } from './when_idle.ts';

interface Part {
  furnish(page: ShownPage): void;
}

const kParts: readonly (readonly [use: string, bring: () => Promise<Part>])[] = [
  ['pre > code[class*=language-]', () => import('./parts/code.ts')],
  ['.math', () => import('./parts/math.ts')],
  ['#search', () => import('./parts/search.ts')],
  ['pre, figure img, nav.contents', () => import('./parts/reading.ts')],
];

let page = new AbortController();

/** Call for every page that comes on the screen. What belonged to the page before goes away. */
export function furnish(): void {
  const main = document.querySelector('main')?.innerHTML ?? '';
  page.abort();
  page = new AbortController();
  const { signal } = page;
  theme.furnish();
  keys.furnish(signal);
  for (const [use, bring] of kParts) {
    if (document.querySelector(use)) bring().then(giveTo(signal, main), leaveIt);
  }
  if (!savesData() && (document.querySelector('link[rel=manifest]') ?? worker())) {
    whenIdle(() => {
      import('./parts/offline.ts').then(giveTo(signal, main), leaveIt);
    });
  }
}

/** The one that this page came by, which has to go where the site does without. */
function worker(): ServiceWorker | null | undefined {
  return (navigator as { readonly serviceWorker?: ServiceWorkerContainer }).serviceWorker?.controller;
}

function giveTo(signal: AbortSignal, main: string): (part: Part) => void {
  return (part) => {
    if (!signal.aborted) part.furnish(shownPage(signal, main));
  };
}

// The page reads well without; the next one tries again.
function leaveIt(): void {}
