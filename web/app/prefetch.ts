// Brings the core, and what the next page takes, at the first sign that the reader wants them.
import { engine } from './engine.ts';
import { linkOf, pageBehind } from './link.ts';
import { router } from './router.ts';
import { savesData } from './saves_data.ts';
import { sitePath } from './site.ts';
import { whenIdle } from './when_idle.ts';

// A pointer that only passes over a link leaves it sooner than this.
const kDwell = 65; // ms

const tried = new Set<string>();
let dwelling = 0;

/** Call once. */
export function startPrefetch(): void {
  document.addEventListener('pointerover', (event) => {
    clearTimeout(dwelling);
    dwelling = setTimeout(prefetch, kDwell, event);
  });
  document.addEventListener('touchstart', prefetch, { passive: true });
  document.addEventListener('focusin', prefetch);
  document.addEventListener('keydown', wake, { once: true });
  whenIdle(wake);
}

function wake(): void {
  if (!savesData()) engine.start().catch(leaveIt);
}

function prefetch(event: Event): void {
  const link = linkOf(event);
  const url = link && pageBehind(link, router.shown);
  const path = url && sitePath(url);
  if (path === undefined || tried.has(path) || savesData()) return;
  tried.add(path);
  engine.answer(path).catch(leaveIt);
}

// A click will try again and then follow the plain link.
function leaveIt(): void {}
