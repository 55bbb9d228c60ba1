// A field, the list of what it finds, and what there is to say about both: the same in the window and on the page.
import type { ShownPage } from '../../shown_page.ts';
import style from '../../../styles/search.css';
import { kNothing } from './answer.ts';
import { incompletely, kIncomplete, remarks } from './remarks.ts';
import { makeResults } from './results.ts';
import type { Query, Results } from './results.ts';
import { searcher } from './searcher.ts';
import type { State } from './searcher.ts';

export interface Place {
  readonly field: HTMLInputElement;
  /** Takes the list and the notes about it. */
  readonly found: Element;
  /** Leads to every entry, for readers whose search has failed. */
  readonly everything?: HTMLAnchorElement | null;
  /** Results at first, and the more of them at every wish. */
  readonly count: number;
  /** A text in the field at the beginning is looked for as it was before, if it was. */
  readonly before?: { readonly count: number; readonly isTyping: boolean } | undefined;
  /** Called with every query that is looked for. */
  onQuery(text: string): void;
  /** Called whenever there is another list on the screen. */
  onShow?(shown: { readonly count: number; readonly isTyping: boolean; readonly isPending: boolean }): void;
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

// What is pasted by mistake is no query. Its beginning is looked for, and the address stays one that can be sent.
const kMaxQuery = 500; // characters

const kNoQuery: Query = { text: '', isTyping: false };

/** Listens to the field until the page's signal is aborted. */
export function startSearch(page: ShownPage, place: Place): void {
  const { field, found } = place;
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  const note = paragraph('note');
  const results = makeResults(page);
  const more = page.button('more', 'moreResults', 'More results');
  more.hidden = true;
  const lack = paragraph('note lack');
  const wayOut = paragraph('note');
  wayOut.hidden = true;
  if (place.everything) wayOut.append(place.everything);
  found.replaceChildren(note, results.list, more, lack, wayOut);

  let latest = new AbortController();
  let query = kNoQuery;
  let count = place.count;
  let isFirstWanted = false;

  const show = (asked: Query, state: State): void => {
    results.show(asked, state.hits);
    wayOut.hidden = !state.isPartial || state.hits.length > 0;
    more.hidden = state.isPending || state.hits.length >= state.total;
    note.replaceChildren(...remarks(page, state, correct));
    // Where it could push away what someone points at, it stands below.
    const isBelow = results.isUnderHand();
    lack.textContent = state.isPartial && isBelow ? page.word(...kIncomplete) : '';
    if (state.isPartial && !isBelow) note.append(incompletely(page, note));
    place.onShow?.({ count, isTyping: asked.isTyping, isPending: state.isPending });
    if (!isFirstWanted || state.hits.length === 0) return;
    isFirstWanted = false;
    results.first()?.click();
  };
  const look = async (): Promise<void> => {
    latest.abort();
    const { signal } = (latest = new AbortController());
    const asked = query;
    if (asked.text === '') {
      results.show(asked, kNothing.hits);
      note.replaceChildren();
      lack.textContent = '';
      wayOut.hidden = more.hidden = true;
      page.announce('');
      return;
    }
    let last: State | undefined;
    await searcher.find(page, asked, { count, signal }, (state) => {
      last = state;
      show(asked, state);
    });
    if (!last || signal.aborted) return;
    page.announce(`${note.textContent} ${lack.textContent}`.trim());
    const { suggestion, total } = last;
    if (total > 0 || suggestion === undefined) return;
    // What the suggestion finds stands here already, for those who did mean it.
    const meant: Query = { text: suggestion, isTyping: false };
    await searcher.find(page, meant, { count, signal }, ({ hits }) => {
      results.show(meant, hits);
    });
  };
  const setQuery = (isTyping: boolean): void => {
    const text = textOf(field);
    if (text === query.text && isTyping) return;
    query = { text, isTyping };
    count = place.count;
    isFirstWanted = false;
    place.onQuery(text);
    void look();
  };
  const correct = (suggestion: string): void => {
    field.value = suggestion;
    setQuery(false);
    field.focus();
  };
  const { signal } = page;
  const listen = <T extends keyof HTMLElementEventMap>(type: T, act: (event: HTMLElementEventMap[T]) => void): void => {
    field.addEventListener(type, act, { signal });
  };
  more.addEventListener('click', () => {
    const before = results.list.childElementCount;
    count += place.count;
    void look().then(() => {
      // The button may be gone now, and the reader goes on with what it has brought.
      if (!signal.aborted) results.list.children[before]?.querySelector('a')?.focus({ preventScroll: true });
    });
  });
  listen('focus', () => {
    searcher.prepare(page);
  });
  listen('input', (event) => {
    // Half a word on its way through an input method is nothing to look for.
    if (!(event instanceof InputEvent && event.isComposing)) setQuery(true);
  });
  listen('compositionend', () => {
    setQuery(true);
  });
  field.form?.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      setQuery(false);
    },
    { signal },
  );
  const dialog = field.closest('dialog');
  const leave = (): void => {
    latest.abort();
  };
  signal.addEventListener('abort', leave);
  dialog?.addEventListener('close', leave);
  (dialog ?? found.parentElement)?.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (dialog && event.key === 'Enter' && event.target === field) {
        event.preventDefault();
        if (results.isOf(query)) results.first()?.click();
        else isFirstWanted = query.text !== '';
      } else {
        walk(event, field, results);
      }
    },
    { signal },
  );
  if (document.activeElement === field) searcher.prepare(page);
  if (field.value === '') return;
  query = { text: textOf(field), isTyping: place.before?.isTyping ?? false };
  count = place.before?.count ?? count;
  place.onQuery(query.text);
  void look();
}

/** Up and down go through the results, from the field and back to it. */
function walk(event: KeyboardEvent, field: HTMLInputElement, results: Results): void {
  const { key, target } = event;
  const isInList = target instanceof Node && results.list.contains(target);
  if ((target !== field && !isInList) || (key !== 'ArrowDown' && key !== 'ArrowUp')) return;
  event.preventDefault();
  if (!results.step(key === 'ArrowDown' ? 1 : -1) && key === 'ArrowUp') field.focus();
}

function textOf(field: HTMLInputElement): string {
  return field.value.trim().slice(0, kMaxQuery).trimEnd();
}

function paragraph(className: string): HTMLElement {
  const made = document.createElement('p');
  made.className = className;
  return made;
}
