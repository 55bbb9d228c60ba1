// Whether the page on the screen is the newest: a copy says that it is one, and a page that has a newer version offers it.
import type { ShownPage } from '../../shown_page.ts';
import { button, element } from './elements.ts';
import { text, timeText } from './words.ts';

const kKeptHeader = 'daybook-kept';
const kPause = 30_000; // ms: pages come faster than blogs change
const kAway = 300_000; // ms: who comes back to a page after this might find it changed

// Pages that script fills, or that stand for any address.
const kChanging = new Set(['offline', 'search', 'not-found']);

let checked = -Infinity;
let isFirst = true;

export function watchFreshness(page: ShownPage): void {
  const { signal } = page;
  const check = (): void => void checkPage(page).catch(() => {});
  addEventListener('online', check, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible' && performance.now() - checked > kAway) check();
    },
    { signal },
  );
  const synced = isFirst ? syncedWhenServed() : undefined;
  const isDue = !isFirst && performance.now() - checked > kPause;
  isFirst = false;
  if (synced !== undefined) showCopy(page, synced);
  else if (isDue) void checkNetwork(page).catch(() => {});
}

/** When the copy that this document is was synced; undefined for one from the network. */
function syncedWhenServed(): number | undefined {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.serverTiming.find(({ name }) => name === kKeptHeader)?.duration;
}

/** Asks for the head, which the worker then knows too; false where it is a copy, and so is the page. */
async function checkNetwork(page: ShownPage): Promise<boolean> {
  checked = performance.now();
  const response = await fetch(new URL('posts.json', page.root), { cache: 'no-cache' });
  const synced = response.headers.get(kKeptHeader);
  if (synced === null) {
    note('stale')?.remove();
    return true;
  }
  showCopy(page, Number(synced));
  return false;
}

async function checkPage(page: ShownPage): Promise<void> {
  if (!(await checkNetwork(page))) return;
  if (location.search !== '' || kChanging.has(document.documentElement.dataset['page'] ?? '')) return;
  const response = await fetch(location.href, { cache: 'no-cache' });
  if (!response.ok || response.headers.has(kKeptHeader)) return;
  const fresh = page.parsePage(await response.text()).querySelector('main')?.innerHTML ?? '';
  if (!page.signal.aborted && essence(fresh) !== essence(page.main)) offer(page);
}

/** Of an article its text alone: the entries around it change without it. */
function essence(main: string): string {
  const end = main.indexOf('</article>');
  return (end < 0 ? main : main.slice(0, end)).trim();
}

function showCopy(page: ShownPage, synced: number): void {
  show(page, 'stale', text(page, 'offlineStale', { date: timeText(synced) }));
}

function offer(page: ShownPage): void {
  const reload = button(text(page, 'offlineShow'), () => {
    location.reload();
  });
  show(page, 'newer', text(page, 'offlineNewer'), reload);
}

function show(page: ShownPage, kind: string, message: string, ...more: Node[]): void {
  note(kind)?.remove();
  const line = element('p', 'offline-note', message, ...more);
  line.dataset['note'] = kind;
  document.querySelector('main')?.prepend(line);
  page.announce(message);
}

function note(kind: string): Element | null {
  return document.querySelector(`.offline-note[data-note=${kind}]`);
}
