// The filter of an index: its box, and the tags, years and orders to choose from. What they do is a part of its own,
// fetched when a reader turns to them; nothing that was typed or chosen before it came is lost.
import { announce } from './announce.ts';
import { engine } from './engine.ts';
import { isPlainClick, linkOf } from './link.ts';
import type { Narrowing } from './parts/narrow.ts';
import { router } from './router.ts';
import { savesData } from './saves_data.ts';
import { sitePath } from './site.ts';
import { parsePage, showEntries } from './view.ts';

const kNarrowed = /[?&](?:q|tag|author|series|year|sort|more)=./;
const kChoices = '#entries :is(.choices, .orders, .rest) a';

let part: Promise<Narrowing> | undefined;

export const filter = {
  /** Call once. */
  start(): void {
    document.addEventListener('input', (event) => {
      // Half a word on its way through an input method is nothing to look for.
      if (isField(event.target) && !(event instanceof InputEvent && event.isComposing)) narrow();
    });
    document.addEventListener('compositionend', (event) => {
      if (isField(event.target)) narrow();
    });
    document.addEventListener('submit', (event) => {
      if (event.target !== form() || engine.state === 'gone') return;
      event.preventDefault();
      narrow();
    });
    document.addEventListener('focusin', (event) => {
      if (isField(event.target)) wake();
    });
    document.addEventListener('keydown', clearOnEscape);
    // Before the router, for which these are links like any other.
    document.addEventListener('click', choose, true);
    void engine.failed.then(giveUp);
    const input = field();
    if (!input) return;
    takeFocus();
    // What was typed before this script came counts too, as does what the browser kept over a reload.
    if (input.value === '') input.value = wordsOf(router.shown);
    if (input.value !== '' || kNarrowed.test(router.shown.search)) narrow();
  },

  /** The core has drawn another page: its box, if it has one, says what the address says. */
  adopt(): void {
    const input = field();
    if (input) input.value = wordsOf(router.shown);
    takeFocus();
    if (part || kNarrowed.test(router.shown.search)) load().then((narrowing) => narrowing.adopt(), leaveIt);
  },
};

function load(): Promise<Narrowing> {
  part ??= import('./parts/narrow.ts').then(({ startNarrowing }) =>
    startNarrowing({ announce, engine, parsePage, router, showEntries, sitePath }),
  );
  part.catch(() => (part = undefined));
  return part;
}

function wake(): void {
  engine.start().catch(leaveIt);
  load().catch(leaveIt);
}

function narrow(): void {
  if (field() && engine.state !== 'gone') load().then((narrowing) => narrowing.type(), leaveIt);
}

function choose(event: MouseEvent): void {
  const link = linkOf(event);
  if (!link?.matches(kChoices) || !isPlainClick(event)) return;
  if (engine.state === 'gone' || (engine.state === 'asleep' && savesData())) return;
  event.preventDefault();
  load()
    .then((narrowing) => narrowing.choose(link))
    .catch(() => {
      location.assign(link.href);
    });
}

/** An address that ends in `#query` is one that a key has led to; the box is no place to link to. */
function takeFocus(): void {
  if (location.hash !== '#query') return;
  const url = new URL(router.shown);
  url.hash = '';
  router.rewriteAddress(url);
  field()?.select();
  scrollTo({ top: 0, behavior: 'instant' });
}

function clearOnEscape(event: KeyboardEvent): void {
  const input = field();
  if (event.key !== 'Escape' || event.isComposing || !input?.value || event.target !== input) return;
  event.preventDefault();
  input.value = '';
  narrow();
}

/** Without the core there is nothing to type into, and no list but the whole one. */
function giveUp(): void {
  const box = form();
  if (!box) return;
  box.hidden = true;
  const url = new URL(router.shown);
  url.search = '';
  if (document.querySelector('#entries [data-count]')) location.assign(url);
  else if (router.shown.search !== '') router.rewriteAddress(url);
}

function wordsOf(url: URL): string {
  return url.searchParams.get('q') ?? '';
}

function form(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('#filter');
}

function field(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('#query');
}

function isField(target: EventTarget | null): boolean {
  return target !== null && target === field();
}

// What has been found stays; the next key tries again.
function leaveIt(): void {}
