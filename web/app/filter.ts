// The filter box: narrows the index while one types, and keeps the query in the address.
import { announce } from './announce.ts';
import { engine } from './engine.ts';
import { router } from './router.ts';
import { sitePath } from './site.ts';
import { parsePage, showEntries } from './view.ts';

let latest = 0; // counts the questions, so that an answer to any but the last is dropped
let answered = ''; // the query that the list on the screen is the answer to

export const filter = {
  /** Call once. */
  start(): void {
    document.addEventListener('input', (event) => {
      // Half a word on its way through an input method is nothing to look for.
      if (isField(event.target) && !(event instanceof InputEvent && event.isComposing)) void narrow();
    });
    document.addEventListener('compositionend', (event) => {
      if (isField(event.target)) void narrow();
    });
    document.addEventListener('submit', (event) => {
      if (event.target !== form() || engine.state === 'gone') return;
      event.preventDefault();
      void narrow();
    });
    document.addEventListener('focusin', (event) => {
      if (isField(event.target)) engine.start().catch(() => {});
    });
    document.addEventListener('keydown', clearOnEscape);
    void engine.failed.then(giveUp);
    const input = field();
    if (!input) return;
    takeFocus();
    // What was typed before this script came counts too, as does what the browser kept over a reload.
    if (input.value === '') input.value = queryOf(router.shown);
    if (input.value !== '') void narrow();
  },

  /** The core has drawn another page: its box, if it has one, says what the address says. */
  adopt(): void {
    ++latest;
    answered = queryOf(router.shown);
    const input = field();
    if (input) input.value = answered;
    takeFocus();
  },
};

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
  void narrow();
}

/** Shows what the query finds: at once in what is known, and again with every part of the manifest that comes in. */
async function narrow(): Promise<void> {
  const question = ++latest;
  const url = addressOfQuery();
  if (!url) return;
  const path = sitePath(url);
  if (path === undefined) return;
  router.rewriteAddress(url);
  try {
    const core = await engine.start();
    for (let answer = await engine.answer(path); question === latest; answer = core.ask(path)) {
      if (answer.status !== 200) throw new Error(answer.body);
      const page = parsePage(answer.body);
      showEntries(page);
      answered = queryOf(url);
      announce(document.querySelector('#entries [data-count]')?.textContent ?? '');
      if (answer.needs.length === 0) return;
      await Promise.all(answer.needs.map((need) => engine.bring(core, need)));
    }
  } catch {
    // What has been found stays; the next key tries again.
  }
}

/** Without the core there is nothing to type into, and no list but the whole one. */
function giveUp(): void {
  const url = new URL(router.shown);
  url.searchParams.delete('q');
  const box = form();
  if (!box) return;
  box.hidden = true;
  if (answered === '') router.rewriteAddress(url);
  else location.assign(url);
}

function addressOfQuery(): URL | undefined {
  const query = field()?.value.trim();
  if (query === undefined) return undefined;
  const url = new URL(form()?.getAttribute('action') ?? '', router.shown);
  const parameters = new URLSearchParams(router.shown.search);
  if (query === '') parameters.delete('q');
  else parameters.set('q', query);
  url.search = parameters.toString();
  return url;
}

function queryOf(url: URL): string {
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
