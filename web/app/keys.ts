// The keys that readers know from elsewhere. Single keys count neither in a field nor with a modifier, and can be turned
// off, since speech input and stray hands press them too.
import { router } from './router.ts';
import { button, shownPage } from './shown_page.ts';
import { root, sitePath } from './site.ts';
import { remember, remembered } from './storage.ts';
import { theme } from './theme.ts';

const kKey = 'daybook.keys';
const kOff = 'off';
const kFields = 'input, textarea, select, audio, video, [contenteditable]';

let page = new AbortController().signal;

const singleKeys: Readonly<Record<string, () => void>> = {
  '/': search,
  '?': showHelp,
  t: () => {
    theme.next();
  },
  ArrowLeft: () => {
    turn(document.dir === 'rtl' ? 'next' : 'prev');
  },
  ArrowRight: () => {
    turn(document.dir === 'rtl' ? 'prev' : 'next');
  },
};

export const keys = {
  /** Call once. */
  start(): void {
    document.addEventListener('keydown', onKey);
  },

  /** Gives the page on the screen the button that tells of the keys. */
  furnish(signal: AbortSignal): void {
    page = signal;
    const control = button('keys', 'keys');
    control.addEventListener('click', showHelp);
    document.querySelector('body > footer')?.append(control);
  },
};

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat || document.querySelector('dialog[open]')) return;
  const act = isCommand(event) ? search : isSingle(event) ? singleKeys[event.key] : undefined;
  if (!act) return;
  event.preventDefault();
  act();
}

function isCommand({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;
}

function isSingle({ key, target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (!Object.hasOwn(singleKeys, key) || ctrlKey || metaKey || altKey || remembered(kKey) === kOff) return false;
  const isArrow = key.startsWith('Arrow');
  // A sign may need Shift, depending on the keyboard.
  if (shiftKey && (isArrow || key === 't')) return false;
  if (!(target instanceof Element)) return true;
  return target.closest(kFields) === null && !(isArrow && scrollsSideways(target));
}

/** Whether the arrows would move something: wide code or a wide table that has the focus, or the page itself. */
function scrollsSideways(target: Element): boolean {
  for (let element: Element | null = target; element; element = element.parentElement) {
    const isScroller = element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX);
    if (isScroller && element.scrollWidth > element.clientWidth) return true;
  }
  return false;
}

/** On the search page its own field will do. */
function search(): void {
  const field = document.querySelector<HTMLInputElement>('#search-query');
  if (field) {
    field.select();
    return;
  }
  import('./parts/search.ts').then(
    ({ openSearch }) => {
      openSearch(shownPage(page));
    },
    () => {
      router.follow(new URL('search/', root));
    },
  );
}

function turn(relation: 'prev' | 'next'): void {
  const link = document.querySelector(`:is(link, a)[rel~=${relation}][href]`);
  if (!link) return;
  const url = new URL(link.getAttribute('href') ?? '', router.shown);
  if (sitePath(url) !== undefined) router.follow(url);
}

function showHelp(): void {
  const choice = {
    isOn: (): boolean => remembered(kKey) !== kOff,
    turn: (isOn: boolean): void => {
      remember(kKey, isOn ? undefined : kOff);
    },
  };
  void import('./parts/reading.ts').then(({ showKeys }) => {
    showKeys(shownPage(page), choice);
  });
}
