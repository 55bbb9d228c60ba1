// Search: the window that a key opens over any page, and the page of its own.
import type { ShownPage } from '../shown_page.ts';
import { openDialog } from './dialog.ts';
import { remembered, startMemory } from './search/memory.ts';
import { startSearch } from './search/search_box.ts';
import { searcher } from './search/searcher.ts';

const kSearchEntries = ['searchEntries', 'Search all entries'] as const;
const kInWindow = 8;
const kOnPage = 10;

/** The page `search/`, whose address carries the query. */
export function furnish(page: ShownPage): void {
  const field = document.querySelector<HTMLInputElement>('#search-query');
  const found = document.querySelector('#found');
  if (!field?.form || !found) return;
  if (!isPossible()) {
    field.form.hidden = true;
    return;
  }
  field.value = page.router.shown.searchParams.get('q') ?? field.value;
  if (field.value === '') field.focus({ preventScroll: true });

  const before = field.value === '' ? undefined : remembered();
  const remember = startMemory();
  let shown = { count: kOnPage, isTyping: false };
  // Until the reader moves, the list goes where it was left, however late its parts come.
  let goal = before?.position;
  const { signal } = page;
  const stay = (): void => {
    goal = undefined;
  };
  for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
    addEventListener(type, stay, { signal, passive: true });
  }
  addEventListener(
    'scroll',
    () => {
      remember({ ...shown, position: goal ?? scrollY });
    },
    { signal, passive: true },
  );
  startSearch(page, {
    field,
    found,
    everything: found.querySelector('a'),
    count: kOnPage,
    before,
    onQuery: (query) => {
      const url = new URL(page.router.shown);
      if (query === '') url.searchParams.delete('q');
      else url.searchParams.set('q', query);
      if (url.href !== page.router.shown.href) page.router.rewriteAddress(url);
    },
    onShow: ({ count, isTyping, isPending }) => {
      shown = { count, isTyping };
      if (goal !== undefined) scrollTo({ top: goal, behavior: 'instant' });
      remember({ ...shown, position: goal ?? scrollY });
      if (!isPending) stay();
    },
  });
}

/** `ahead` is what has been typed while this was on its way. */
export function openSearch(page: ShownPage, ahead: string): void {
  if (!isPossible()) {
    page.router.follow(new URL('search/', page.root));
    return;
  }
  searcher.prepare(page);
  const form = document.createElement('form');
  form.className = 'search';
  form.setAttribute('role', 'search');
  const label = document.createElement('label');
  label.className = 'visually-hidden';
  label.htmlFor = 'search-here';
  label.textContent = page.word(...kSearchEntries);
  const field = document.createElement('input');
  field.id = 'search-here';
  field.type = 'search';
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.enterKeyHint = 'go';
  field.placeholder = page.word(...kSearchEntries);
  field.value = ahead;
  form.append(label, field);
  const found = document.createElement('div');
  found.className = 'search-found';
  const all = document.createElement('a');
  all.className = 'all-results';
  all.textContent = page.word('allResults', 'All results');
  all.hidden = true;
  const dialog = openDialog(page, 'search-window', [form, found, all]);
  dialog.setAttribute('aria-label', page.word(...kSearchEntries));
  field.focus();
  // A result may be a place on this very page, which leaves the window open otherwise.
  dialog.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) {
      // Which would empty the field first.
      event.preventDefault();
      dialog.close();
    }
    const isOpener = event.key.toLowerCase() === 'k' && event.ctrlKey !== event.metaKey;
    if (!isOpener || event.altKey || event.shiftKey) return;
    event.preventDefault();
    field.select();
  });
  startSearch(page, {
    field,
    found,
    count: kInWindow,
    before: { count: kInWindow, isTyping: true },
    onQuery: (query) => {
      all.hidden = query === '';
      all.href = new URL(`search/?${new URLSearchParams({ q: query })}`, page.root).href;
    },
  });
}

function isPossible(): boolean {
  return typeof WebAssembly === 'object';
}
