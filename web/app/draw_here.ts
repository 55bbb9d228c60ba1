// For sites that are not built: draws the page that the address names into a document that came empty.
import { engine } from './engine.ts';
import { scrollToPlace } from './place.ts';
import { sitePath } from './site.ts';
import { parsePage, showPage } from './view.ts';
import { word } from './words.ts';

/** There is no plain document to fall back on, so this says what is wrong where the page would be. */
export async function drawHere(): Promise<void> {
  try {
    const path = sitePath(new URL(location.href));
    if (path === undefined) throw new Error(word('notOfSite', 'This address is no page of this site.'));
    const answer = await engine.answer(path, Infinity);
    if (answer.status === 500) throw new Error(answer.body);
    showPage(parsePage(answer.body));
    scrollToPlace(undefined);
  } catch (error) {
    explain(error instanceof Error ? error.message : String(error));
  }
}

function explain(message: string): void {
  const heading = document.createElement('h1');
  heading.textContent = word('notDrawn', 'This page could not be drawn');
  const reason = document.createElement('p');
  reason.textContent = message;
  document.querySelector('main')?.replaceChildren(heading, reason);
}
