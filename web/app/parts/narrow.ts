// Narrows the index by what is typed and chosen, and keeps that in the address: every key in place of the one before,
// every choice as a step that Back takes back.
import type { Answer, Core, Need } from '../../shared/core.ts';

/** What the script of every page lends. */
export interface Tools {
  readonly announce: (text: string) => void;
  readonly engine: {
    start(): Promise<Core>;
    answer(path: string): Promise<Answer>;
    bring(core: Core, need: Need): Promise<void>;
  };
  readonly parsePage: (html: string) => Document;
  readonly router: {
    readonly shown: URL;
    rewriteAddress(url: URL): void;
    addAddress(url: URL): void;
  };
  readonly showEntries: (page: Document) => void;
  readonly sitePath: (url: URL) => string | undefined;
}

export interface Narrowing {
  /** The words in the box have changed. */
  type(): Promise<void>;
  /** A link to the index with one thing more or less, or to a tag or year, was clicked. */
  choose(link: HTMLAnchorElement): Promise<void>;
  /** Another page is on the screen: if it is an index of which parts are missing, they are brought. */
  adopt(): Promise<void>;
}

// Someone who types sees the screen after every key; the rest of the list and the address follow when the keys pause.
// A browser fetches the page's icon anew with every change of the address, and some allow but so many changes.
const kPause = 200; // ms
const kLeastEntry = 80; // px of the screen: the height of an entry with little in it, and a share of what is above

export function startNarrowing({ announce, engine, parsePage, router, showEntries, sitePath }: Tools): Narrowing {
  let latest = 0; // counts the questions, so that an answer to any but the last is dropped
  let typed: URL | undefined; // what the address does not say yet
  let pause = 0;

  document.addEventListener('click', settle, true);
  addEventListener('popstate', () => (typed = undefined), true);

  return {
    async type() {
      const url = addressWith(new URLSearchParams(router.shown.search));
      if (!url) return;
      typed = url;
      // Links are relative to where the list stands.
      if (url.pathname !== router.shown.pathname) settle();
      clearTimeout(pause);
      pause = setTimeout(settle, kPause);
      await show(url).catch(leaveIt);
    },

    async choose(link) {
      settle();
      const chosen = new URL(link.getAttribute('href') ?? '', router.shown);
      const url = addressWith(parametersOf(chosen, link.classList.contains('more')));
      if (!url) throw new Error(`${chosen.href} narrows nothing`);
      const before = entryLinks().length;
      const isMore = link.closest('.rest') !== null;
      if (isMore || link.classList.contains('more')) router.rewriteAddress(url);
      else router.addAddress(url);
      await show(url);
      if (isMore) entryLinks()[before]?.focus({ preventScroll: true });
    },

    async adopt() {
      ++latest;
      if (document.querySelector('#entries [data-count]')) await show(router.shown, 'has been shown').catch(leaveIt);
    },
  };

  /** The keys pause. */
  function settle(): void {
    clearTimeout(pause);
    if (typed) router.rewriteAddress(typed);
    typed = undefined;
    for (const element of document.querySelectorAll<HTMLElement>('#entries [hidden]')) element.hidden = false;
  }

  /** Shows what the address asks for: at once in what is known, and again with every part of the manifest that comes. */
  async function show(url: URL, first: 'is new' | 'has been shown' = 'is new'): Promise<void> {
    const question = ++latest;
    const path = sitePath(url);
    if (path === undefined) return;
    const core = await engine.start();
    let isShown = first === 'has been shown';
    for (let answer = await engine.answer(path); question === latest; answer = core.ask(path)) {
      if (answer.status !== 200) throw new Error(answer.body);
      if (!isShown) replaceEntries(parsePage(answer.body));
      isShown = false;
      if (answer.needs.length === 0) return;
      await Promise.all(answer.needs.map((need) => engine.bring(core, need)));
    }
  }

  function replaceEntries(page: Document): void {
    const focused = choiceKey(document.activeElement);
    if (typed) hideBelow(page, Math.ceil(innerHeight / kLeastEntry));
    showEntries(page);
    if (focused !== undefined) choices().find((link) => choiceKey(link) === focused)?.focus({ preventScroll: true });
    announce(document.querySelector('#entries [data-count]')?.textContent ?? '');
  }

  /** What a choice asks for: all that its address says, or the tag or year whose page it leads to. */
  function parametersOf(chosen: URL, isMore: boolean): URLSearchParams {
    const [folder, name] = (sitePath(chosen) ?? '').split('/');
    const kind = folder === 'tags' ? 'tag' : folder === 'archives' ? 'year' : undefined;
    if (!kind) return new URLSearchParams(chosen.search);
    // The list on the screen may be older than the address.
    const parameters = new URLSearchParams(router.shown.search);
    if (isMore) parameters.set('more', '1');
    else if (kind === 'year') parameters.set(kind, name ?? '');
    else parameters.append(kind, decodeURIComponent(name ?? ''));
    return parameters;
  }

  /** The address of the index with these parameters and the words in the box; undefined where there is no box. */
  function addressWith(parameters: URLSearchParams): URL | undefined {
    const field = document.querySelector<HTMLInputElement>('#query');
    if (!field?.form) return undefined;
    const words = field.value.trim();
    if (words !== (parameters.get('q') ?? '')) parameters.delete('show');
    if (words === '') parameters.delete('q');
    else parameters.set('q', words);
    const url = new URL(field.form.getAttribute('action') ?? '', router.shown);
    url.search = parameters.toString();
    return url;
  }
}

/** Hides all entries but the first `count`, and the years that have no others. */
function hideBelow(page: Document, count: number): void {
  for (const entry of [...page.querySelectorAll<HTMLElement>('#entries .entry')].slice(count)) {
    const isFirst = entry === entry.parentElement?.firstElementChild;
    const section = isFirst ? entry.closest('section') : undefined;
    (section ?? entry).hidden = true;
  }
}

function choices(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#entries :is(.choices, .orders) a')];
}

function entryLinks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#entries .entry-title a')];
}

/** What tells a choice from the others, chosen or not; undefined for anything else. */
function choiceKey(element: Element | null): string | undefined {
  const row = element?.closest('#entries :is(.choices ul, .orders)');
  if (!element || !row) return undefined;
  return `${row.getAttribute('aria-label')}: ${element.className || element.firstChild?.textContent}`;
}

// What has been found stays; the next key tries again.
function leaveIt(): void {}
