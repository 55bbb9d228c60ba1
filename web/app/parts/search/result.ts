// One result: a link, what the post says about the query, and what is known of the post.
import type { ShownPage } from '../../shown_page.ts';
import type { Hit, Snippet } from './answer.ts';
import type { Query } from './results.ts';

/** Tells queries apart. */
export function nameOf({ text, isTyping }: Query): string {
  return isTyping ? `${text}…` : text;
}

/** Makes the element say what the hit says, and leaves the rest of it alone. */
export function showHit(page: ShownPage, item: HTMLLIElement | undefined, hit: Hit): void {
  if (!item) return;
  if (!item.firstChild) furnish(page, item, hit);
  item.querySelector('a')?.replaceChildren(...marked(hit.title));
}

/** The link leads to the place that the snippet is from; where there is no snippet, to the post. */
export function showSnippet(item: HTMLLIElement, snippet: Snippet | undefined): void {
  const link = item.querySelector('a');
  const place = item.querySelector('.snippet');
  if (!link || !place) return;
  const { heading, section, text } = snippet ?? { heading: '', section: '', text: [] };
  link.hash = heading;
  place.replaceChildren();
  if (heading !== '') place.append(element('span', 'section', section), ' ');
  place.append(...marked(text));
}

function furnish(page: ShownPage, item: HTMLLIElement, hit: Hit): void {
  item.dataset['path'] = hit.path;
  const link = document.createElement('a');
  link.href = new URL(hit.path, page.root).href;
  link.dir = 'auto';
  const snippet = element('p', 'snippet', '');
  snippet.dir = 'auto';
  if (hit.language !== undefined) link.lang = snippet.lang = hit.language;
  const about = element('p', 'about', '');
  if (hit.date !== undefined) {
    const time = document.createElement('time');
    time.dateTime = hit.date;
    time.textContent = longDate(hit.date);
    about.append(time);
  }
  for (const tag of hit.tags ?? []) about.append(' ', element('span', 'tag', tag));
  item.append(link, snippet, about);
}

function marked(parts: readonly string[]): Node[] {
  return parts.map((part, index) => (index % 2 === 0 ? document.createTextNode(part) : element('mark', '', part)));
}

function longDate(date: string): string {
  const language = document.documentElement.lang;
  return new Intl.DateTimeFormat(language === '' ? 'en' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
