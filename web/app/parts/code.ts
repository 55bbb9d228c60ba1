// Colours code without touching it: what the highlighter finds becomes ranges that style names (::highlight), so there
// is no markup, no layout and no HTML. Code in view comes first, the rest while the browser has nothing else to do.
import type { ShownPage } from '../shown_page.ts';
import { idle, nextTask } from './later.ts';
import { canonicalName, loadLanguage } from './languages.ts';
import { rangesOf } from './ranges.ts';
import { tokensOf } from './tokens.ts';

// Longer code stays plain, since to read it would hold up the page for more than a moment.
const kMaxLength = 20_000;

export function furnish({ signal }: ShownPage): void {
  // Where the reader has chosen all colours, the browser would make boxes of ours.
  if (!('highlights' in CSS) || matchMedia('(forced-colors: active)').matches) return;
  signal.addEventListener('abort', () => {
    CSS.highlights.clear();
  });
  let turn = Promise.resolve();
  // One piece to a task, so that none holds up the page.
  const inTurn = (): Promise<void> => {
    const mine = turn;
    turn = turn.then(nextTask);
    return mine;
  };
  for (const code of document.querySelectorAll('pre > code[class*=language-]')) {
    const { top, bottom } = code.getBoundingClientRect();
    const isInView = top < innerHeight && bottom > 0;
    void colour(code, isInView ? inTurn : idle, signal);
  }
}

async function colour(code: Element, itsTime: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const text = code.textContent;
  const language = canonicalName(/language-(\S+)/.exec(code.className)?.[1] ?? '');
  if (language === undefined || text.length > kMaxLength) return;
  try {
    await loadLanguage(language, text);
  } catch {
    return; // offline, for one
  }
  await itsTime();
  if (signal.aborted) return;
  for (const [token, ranges] of rangesOf(code, tokensOf(text, language))) {
    const name = `token-${token}`;
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    for (const range of ranges) highlight.add(range);
    CSS.highlights.set(name, highlight);
  }
}
