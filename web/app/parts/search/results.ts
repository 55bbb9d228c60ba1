// The list of what is found. What the reader is about to choose stays where it is while better answers come in.
import type { ShownPage } from '../../shown_page.ts';
import type { Hit, Snippet } from './answer.ts';
import { searcher } from './searcher.ts';

const kSnippets = 10; // the first of a list have one

export interface Results {
  readonly list: HTMLElement;
  show(query: string, hits: readonly Hit[]): void;
  /** Moves the focus among the results. */
  step(by: 1 | -1): boolean;
  first(): HTMLAnchorElement | undefined;
}

export function makeResults(page: ShownPage): Results {
  const list = document.createElement('ol');
  list.className = 'results';
  let items = new Map<string, HTMLLIElement>();
  let shownQuery = '';

  const show = (query: string, hits: readonly Hit[]): void => {
    const isSame = query === shownQuery;
    const known = isSame ? items : new Map<string, HTMLLIElement>();
    shownQuery = query;
    const wanted = isSame && isUnderHand(list) ? keepOrder(hits, [...known.keys()]) : hits;
    items = new Map(wanted.map((hit) => [hit.path, known.get(hit.path) ?? itemOf(page, hit)]));
    // Elements that stay in their places are not moved: that would take the focus from them.
    let place: ChildNode | null = list.firstChild;
    for (const item of items.values()) {
      if (item === place) place = place.nextSibling;
      else list.insertBefore(item, place);
    }
    while (place) {
      const next: ChildNode | null = place.nextSibling;
      place.remove();
      place = next;
    }
    for (const [path, item] of [...items].slice(0, kSnippets)) void addSnippet(page, query, path, item);
  };
  return {
    list,
    show,
    step: (by) => step(list, by),
    first: () => list.querySelector('a') ?? undefined,
  };
}

function isUnderHand(list: HTMLElement): boolean {
  return list.matches(':hover') || list.contains(document.activeElement);
}

/** What was shown keeps its place, if it is still among the hits; what is new comes after. */
function keepOrder(hits: readonly Hit[], shown: readonly string[]): Hit[] {
  const places = new Map(shown.map((path, place) => [path, place]));
  const place = (hit: Hit): number => places.get(hit.path) ?? shown.length;
  return [...hits].sort((a, b) => place(a) - place(b));
}

function itemOf(page: ShownPage, hit: Hit): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = new URL(hit.path, page.root).href;
  if (hit.language !== undefined) link.lang = hit.language;
  link.dir = 'auto';
  link.append(...marked(hit.title));
  const about = document.createElement('p');
  about.className = 'about';
  if (hit.date !== undefined) {
    const time = document.createElement('time');
    time.dateTime = hit.date;
    time.textContent = longDate(hit.date);
    about.append(time);
  }
  for (const tag of hit.tags ?? []) {
    const name = document.createElement('span');
    name.className = 'tag';
    name.textContent = tag;
    about.append(' ', name);
  }
  const snippet = document.createElement('p');
  snippet.className = 'snippet';
  snippet.dir = 'auto';
  item.append(link, snippet, about);
  return item;
}

function marked(parts: readonly string[]): Node[] {
  return parts.map((part, index) => {
    if (index % 2 === 0) return document.createTextNode(part);
    const mark = document.createElement('mark');
    mark.textContent = part;
    return mark;
  });
}

function longDate(date: string): string {
  const language = document.documentElement.lang;
  return new Intl.DateTimeFormat(language === '' ? 'en' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
}

async function addSnippet(page: ShownPage, query: string, path: string, item: HTMLLIElement): Promise<void> {
  if (item.dataset['snippet'] === query) return;
  item.dataset['snippet'] = query;
  const snippet = await searcher.snippet(page, query, path);
  if (snippet && item.dataset['snippet'] === query) fillIn(item, snippet);
}

function fillIn(item: HTMLLIElement, { heading, section, text }: Snippet): void {
  const link = item.querySelector('a');
  const place = item.querySelector('.snippet');
  if (!link || !place) return;
  place.replaceChildren();
  if (heading !== '') {
    link.hash = heading;
    const name = document.createElement('span');
    name.className = 'section';
    name.textContent = section;
    place.append(name, ' ');
  }
  place.append(...marked(text));
}

function step(list: HTMLElement, by: 1 | -1): boolean {
  const links = [...list.querySelectorAll('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at < 0 && by < 0 ? links.length : at + by];
  if (!next) return false;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}
