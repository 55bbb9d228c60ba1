// A field, the list of what it finds, and what there is to say about both: the same in the window and on the page.
import type { ShownPage } from '../../shown_page.ts';
import style from '../../../styles/search.css';
import { makeResults } from './results.ts';
import type { Results } from './results.ts';
import { searcher } from './searcher.ts';
import type { State } from './searcher.ts';

export interface Place {
  readonly field: HTMLInputElement;
  /** Takes the list and the notes about it. */
  readonly found: Element;
  readonly count: number;
  /** Called with every query that is looked for. */
  onQuery(query: string): void;
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

const kForms = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Listens to the field until the page's signal is aborted. */
export function startSearch(page: ShownPage, place: Place): void {
  const { field, found } = place;
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  const note = document.createElement('p');
  note.className = 'note';
  const results = makeResults(page);
  const more = page.button('more', 'moreResults');
  more.hidden = true;
  found.replaceChildren(note, results.list, more);

  let latest = new AbortController();
  let query = '';
  let count = place.count;

  const look = async (isTyping: boolean): Promise<void> => {
    latest.abort();
    const { signal } = (latest = new AbortController());
    const asked = query;
    if (asked === '') {
      note.replaceChildren();
      results.show('', []);
      more.hidden = true;
      return;
    }
    await searcher.find(page, asked, { count, isTyping, signal }, (state) => {
      results.show(asked, state.hits);
      more.hidden = state.isPending || state.hits.length >= state.total;
      note.replaceChildren(...remarks(page, state, correct));
      if (state.isPending) return;
      page.announce(note.textContent);
      const { suggestion } = state;
      if (state.total > 0 || suggestion === undefined) return;
      // What the suggestion finds stands here already, for those who did mean it.
      void searcher.find(page, suggestion, { count, isTyping: false, signal }, ({ hits }) => {
        results.show(suggestion, hits);
      });
    });
  };
  const setQuery = (isTyping: boolean): void => {
    const now = field.value.trim();
    if (now === query && isTyping) return;
    query = now;
    count = place.count;
    place.onQuery(query);
    void look(isTyping);
  };
  const correct = (suggestion: string): void => {
    field.value = suggestion;
    setQuery(false);
    field.focus();
  };
  more.addEventListener('click', () => {
    count += place.count;
    void look(false);
  });

  const { signal } = page;
  const listen = <T extends keyof HTMLElementEventMap>(type: T, act: (event: HTMLElementEventMap[T]) => void): void => {
    field.addEventListener(type, act, { signal });
  };
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
  signal.addEventListener('abort', () => {
    latest.abort();
  });
  (field.closest('dialog') ?? found.parentElement)?.addEventListener('keydown', (event) => {
    walk(event, field, results);
  });
  if (document.activeElement === field) searcher.prepare(page);
  if (field.value !== '') setQuery(false);
}

function remarks(page: ShownPage, state: State, correct: (suggestion: string) => void): Node[] {
  const parts: Node[] = [];
  const say = (text: string): void => {
    parts.push(document.createTextNode(parts.length > 0 ? ` ${text}` : text));
  };
  if (state.total > 0) say(counted(page.word('foundEntries'), state.total));
  else if (state.isPending) say(page.word('searching'));
  else say(page.word('foundNothing'));
  if (state.suggestion !== undefined) {
    const { suggestion } = state;
    const control = page.button('suggestion', 'didYouMean');
    control.textContent = suggestion;
    control.addEventListener('click', () => {
      correct(suggestion);
    });
    say(`${page.word('didYouMean')} `);
    parts.push(control);
  }
  if (state.isPartial) say(page.word('searchIncomplete'));
  return parts;
}

/** A text with its forms between bars, in the order of the plural categories that the language has. */
function counted(text: string, count: number): string {
  const rules = new Intl.PluralRules(document.documentElement.lang || 'en');
  const categories = kForms.filter((form) => (rules.resolvedOptions().pluralCategories as string[]).includes(form));
  const forms = text.split('|');
  const form = forms[Math.min(categories.indexOf(rules.select(count)), forms.length - 1)] ?? text;
  return form.replace('{n}', String(count));
}

/** Up and down go through the results, Enter in the field to the first. */
function walk(event: KeyboardEvent, field: HTMLInputElement, results: Results): void {
  const { key } = event;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    event.preventDefault();
    if (!results.step(key === 'ArrowDown' ? 1 : -1) && key === 'ArrowUp') field.focus();
  } else if (key === 'Enter' && event.target === field && field.closest('dialog')) {
    event.preventDefault();
    results.first()?.click();
  }
}
