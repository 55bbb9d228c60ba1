// Goes from page to page without loading documents. Whatever stands in the way, the plain link is followed.
import { announce } from './announce.ts';
import { engine } from './engine.ts';
import { isPlainClick, linkOf, pageBehind } from './link.ts';
import { focusPlace, scrollToPlace } from './place.ts';
import { pinLinks } from './pin_links.ts';
import { savesData } from './saves_data.ts';
import { scrollMemory } from './scroll_memory.ts';
import { isSamePage, sitePath } from './site.ts';
import { transition } from './transition.ts';
import { parsePage, showPage } from './view.ts';
import { within } from './within.ts';

// Another page as a plain document is smaller than the core, so the reader hardly waits for that one.
const kCorePatience = 1000; // ms
const kPagePatience = 8000; // ms

type Way = 'link' | 'history';

let shown = new URL(location.href);
let current = new AbortController();
let afterShow = (): void => {};

export const router = {
  /** `onShow` is called whenever another page has been put on the screen. */
  start(onShow: () => void): void {
    afterShow = onShow;
    document.addEventListener('click', onClick);
    addEventListener('popstate', onPopState);
    addEventListener('pagehide', supersede);
  },

  /** Goes to a page of the site as a click on a link to it does. */
  follow(url: URL): void {
    if (isAtHand()) void visit(url, 'link');
    else location.assign(url);
  },

  /** The address of the page on the screen. */
  get shown(): URL {
    return shown;
  },

  /** The page on the screen has another address now, such as one with a query. */
  rewriteAddress(url: URL): void {
    if (url.pathname !== shown.pathname) pinLinks(shown);
    shown = url;
    try {
      history.replaceState(history.state, '', url);
    } catch {
      // Safari allows a hundred changes in ten seconds; the next one is as good
    }
  },

  /** The same, as a step that Back takes back. */
  addAddress(url: URL): void {
    if (url.pathname !== shown.pathname) pinLinks(shown);
    shown = url;
    history.pushState(scrollMemory.newState(), '', url);
    scrollMemory.follow();
  },
};

function onClick(event: MouseEvent): void {
  const link = linkOf(event);
  const url = link && pageBehind(link, shown);
  if (!url || !isPlainClick(event) || !isAtHand()) return;
  if (url.href.includes('#') && isSamePage(url, shown)) return; // a place on this page is the browser's matter
  event.preventDefault();
  void visit(url, 'link');
}

/** Whether the core is to draw the next page. For a reader who counts bytes a document is cheaper than the core. */
function isAtHand(): boolean {
  return engine.state === 'ready' || (engine.state === 'asleep' && !savesData());
}

function onPopState(): void {
  const url = new URL(location.href);
  if (!isSamePage(url, shown)) {
    void visit(url, 'history');
    return;
  }
  supersede();
  shown = url;
  const position = scrollMemory.position();
  // A new entry comes from a link to a place on this page, where the browser has scrolled by itself.
  if (position !== undefined) scrollToPlace(position);
  scrollMemory.follow();
}

/** Whatever page is on its way will not be shown. */
function supersede(): void {
  current.abort();
  document.querySelector('main')?.removeAttribute('aria-busy');
}

async function visit(url: URL, way: Way): Promise<void> {
  supersede();
  const { signal } = (current = new AbortController());
  document.querySelector('main')?.setAttribute('aria-busy', 'true');
  try {
    const path = sitePath(url);
    if (path === undefined) throw new Error(`${url.href} is no page`);
    await within(kCorePatience, engine.start());
    const answer = await within(kPagePatience, engine.answer(path));
    if (answer.status !== 200) throw new Error(answer.body);
    const page = parsePage(answer.body);
    await transition(() => {
      if (!signal.aborted) show(page, url, way);
    });
  } catch {
    if (!signal.aborted) followPlainly(url);
  }
}

function show(page: Document, url: URL, way: Way): void {
  const position = way === 'history' ? scrollMemory.position() : undefined;
  if (way === 'link') {
    const isHere = url.href === location.href;
    history[isHere ? 'replaceState' : 'pushState'](scrollMemory.newState(), '', url);
  }
  showPage(page);
  shown = url;
  const target = scrollToPlace(position);
  scrollMemory.follow();
  if (way === 'link') focusPlace(target ?? document.querySelector('main h1') ?? document.querySelector('main'));
  announce(document.title);
  afterShow();
}

// Where the address is that of the page already, going to it would only scroll.
function followPlainly(url: URL): void {
  if (url.href === location.href) location.reload();
  else location.assign(url);
}
