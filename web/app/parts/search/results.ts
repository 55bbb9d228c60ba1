// The list of what is found. What the reader is about to choose stays where it is while better answers come in.
import type { ShownPage } from '../../shown_page.ts';
import type { Hit } from './answer.ts';
import { nameOf, showHit, showSnippet } from './result.ts';
import { searcher } from './searcher.ts';

// A reader who types on is not waiting for snippets, each of which may take a post's source.
const kPause = 120; // ms

/** What is looked for: the text, and whether its last word may go on. */
export interface Query {
  readonly text: string;
  readonly isTyping: boolean;
}

export interface Results {
  readonly list: HTMLElement;
  /** Whether what is shown was found by this query. */
  isOf(query: Query): boolean;
  show(query: Query, hits: readonly Hit[]): void;
  /** Whether the reader points at a result or has gone to one. */
  isUnderHand(): boolean;
  /** Moves the focus among the results. */
  step(by: 1 | -1): boolean;
  first(): HTMLAnchorElement | undefined;
}

export function makeResults(page: ShownPage): Results {
  const list = document.createElement('ol');
  list.className = 'results';
  let shown: readonly Hit[] = [];
  let shownFor: Query = { text: '', isTyping: false };
  let items = new Map<string, HTMLLIElement>();
  let isPointedAt = false;
  let timer = 0;

  // A pointer that lies where a list comes up has entered it, but points at nothing before it moves.
  list.addEventListener('pointermove', () => {
    isPointedAt = true;
  });
  list.addEventListener('pointerleave', () => {
    isPointedAt = false;
  });

  const isUnderHand = (): boolean => isPointedAt || list.contains(document.activeElement);

  const inView = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      inView.unobserve(target);
      // Each in a task of its own, so that keys come between.
      setTimeout(() => void addSnippet(target as HTMLLIElement, shownFor), 0);
    }
  });
  page.signal.addEventListener('abort', () => {
    inView.disconnect();
  });

  const addSnippet = async (item: HTMLLIElement, query: Query): Promise<void> => {
    if (item.dataset['snippet'] === nameOf(query)) return;
    item.dataset['snippet'] = nameOf(query);
    const snippet = await searcher.snippet(page, query, item.dataset['path'] ?? '');
    if (item.dataset['snippet'] === nameOf(query)) showSnippet(item, snippet);
  };

  const show = (query: Query, hits: readonly Hit[]): void => {
    const isSame = nameOf(query) === nameOf(shownFor);
    if (!isSame) isPointedAt = false;
    shown = isSame && isUnderHand() ? withNewBehind(shown, hits) : hits;
    shownFor = query;
    const known = items;
    items = new Map(shown.map(({ path }) => [path, known.get(path) ?? document.createElement('li')]));
    for (const hit of shown) showHit(page, items.get(hit.path), hit);
    putInto(list, [...items.values()]);
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        inView.disconnect();
        for (const item of items.values()) inView.observe(item);
      },
      query.isTyping ? kPause : 0,
    );
  };
  return {
    list,
    isOf: (query) => nameOf(query) === nameOf(shownFor),
    show,
    isUnderHand,
    step: (by) => step(list, by),
    first: () => list.querySelector('a') ?? undefined,
  };
}

/** What was shown keeps its place; what is new comes after. */
function withNewBehind(shown: readonly Hit[], hits: readonly Hit[]): Hit[] {
  const better = new Map(hits.map((hit) => [hit.path, hit]));
  const paths = new Set(shown.map(({ path }) => path));
  return [...shown.map((hit) => better.get(hit.path) ?? hit), ...hits.filter(({ path }) => !paths.has(path))];
}

/** Elements that stay in their places are not moved: that would take the focus from them. */
function putInto(list: HTMLElement, items: readonly HTMLLIElement[]): void {
  let place: ChildNode | null = list.firstChild;
  for (const item of items) {
    if (item === place) place = place.nextSibling;
    else list.insertBefore(item, place);
  }
  while (place) {
    const next: ChildNode | null = place.nextSibling;
    place.remove();
    place = next;
  }
}

function step(list: HTMLElement, by: 1 | -1): boolean {
  const links = [...list.querySelectorAll('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at < 0 && by < 0 ? links.length - 1 : at + by];
  if (!next) return false;
  next.focus();
  next.closest('li')?.scrollIntoView({ block: 'nearest' });
  return true;
}
