// Search: the window that a key opens over any page, and the page of its own.
import type { ShownPage } from '../shown_page.ts';
import { openDialog } from './dialog.ts';
import { searcher } from './search/searcher.ts';
import { startSearch } from './search/search_box.ts';

const kInWindow = 8;
const kOnPage = 10;

/** The page `search/`, whose address carries the query. */
export function furnish(page: ShownPage): void {
  const field = document.querySelector<HTMLInputElement>('#search-query');
  const found = document.querySelector('#found');
  if (!field || !found) return;
  field.value = page.router.shown.searchParams.get('q') ?? field.value;
  if (field.value === '') field.focus({ preventScroll: true });
  startSearch(page, {
    field,
    found,
    count: kOnPage,
    onQuery: (query) => {
      const url = new URL(page.router.shown);
      if (query === '') url.searchParams.delete('q');
      else url.searchParams.set('q', query);
      if (url.href !== page.router.shown.href) page.router.rewriteAddress(url);
    },
  });
}

export function openSearch(page: ShownPage): void {
  searcher.prepare(page);
  const form = document.createElement('form');
  form.className = 'search';
  form.setAttribute('role', 'search');
  const label = document.createElement('label');
  label.className = 'visually-hidden';
  label.htmlFor = 'search-here';
  label.textContent = page.word('searchEntries');
  const field = document.createElement('input');
  field.id = 'search-here';
  field.type = 'search';
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.placeholder = page.word('searchEntries');
  form.append(label, field);
  const found = document.createElement('div');
  found.className = 'found';
  const all = document.createElement('a');
  all.className = 'all-results';
  all.textContent = page.word('allResults');
  all.hidden = true;
  const dialog = openDialog(page, 'search-window', [form, found, all]);
  dialog.setAttribute('aria-label', page.word('searchEntries'));
  field.focus();
  // A result may be a place on this very page, which leaves the window open otherwise.
  dialog.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) dialog.close();
  });
  startSearch(page, {
    field,
    found,
    count: kInWindow,
    onQuery: (query) => {
      all.hidden = query === '';
      all.href = new URL(`search/?${new URLSearchParams({ q: query })}`, page.root).href;
    },
  });
}
