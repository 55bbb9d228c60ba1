// The script of every page. The page is complete as it came; this makes the way from page to page quick.
import { drawHere } from './draw_here.ts';
import { filter } from './filter.ts';
import { furnish } from './furnish.ts';
import { keys } from './keys.ts';
import { pinIcon, pinLinks } from './pin_links.ts';
import { startPrefetch } from './prefetch.ts';
import { router } from './router.ts';
import { scrollMemory } from './scroll_memory.ts';
import { root } from './site.ts';
import { theme } from './theme.ts';

// A document served for any unknown address names this script at several depths, the nearest first, and more than one
// may exist. The first is the site's own.
const kClaim = Symbol.for('daybook');

if (!Reflect.has(document, kClaim)) {
  Reflect.set(document, kClaim, true);
  await start();
}

async function start(): Promise<void> {
  if (document.querySelector('main')?.childElementCount === 0) await drawHere();
  // This one page is written without knowing where it will be read.
  if (document.documentElement.dataset['page'] === 'not-found') pinLinks(root);
  pinIcon(router.shown);
  scrollMemory.start();
  theme.start();
  router.start(() => {
    filter.adopt();
    furnish();
  });
  furnish();
  filter.start();
  keys.start();
  startPrefetch();
}
