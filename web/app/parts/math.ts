// Typesets formulas: TeX in, MathML out, which the browser lays out itself. What is in view is done at once, the rest
// before it comes into view. What cannot be read stays the TeX that it is, and says why. A page that came with formulas
// names this file as one that its first frame waits for, so that nothing is seen to change.
import temml from 'temml';
import temmlStyle from 'temml/dist/Temml-Local.css';
import ownStyle from '../../styles/mathml.css';
import type { ShownPage } from '../shown_page.ts';

// How far ahead of the reader, in heights of the window.
const kAhead = '150%';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`@layer prose { ${temmlStyle} ${ownStyle} }`);

let macros = {}; // what a formula defines, those after it know

// The first frame waits for this.
if (!hasBeenSeen()) {
  adoptStyle();
  typesetInView(allFormulas());
}

export function furnish({ signal }: ShownPage): void {
  adoptStyle();
  const formulas = allFormulas();
  const heights = heightsAround(formulas.filter(isInView));
  typesetInView(formulas);
  if (hasBeenSeen()) keepHeights(heights, signal);
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        typeset(target);
      }
    },
    { rootMargin: `${kAhead} 0%` },
  );
  for (const formula of formulas) observer.observe(formula);
  addEventListener('beforeprint', () => {
    formulas.forEach(typeset);
  }, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    macros = {};
  });
}

function adoptStyle(): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

function allFormulas(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.math')];
}

function typesetInView(formulas: readonly HTMLElement[]): void {
  formulas.filter(isInView).forEach(typeset);
}

function hasBeenSeen(): boolean {
  return performance.getEntriesByName('first-contentful-paint').length > 0;
}

function typeset(formula: Element): void {
  const source = formula.querySelector(':scope > code');
  if (!source) return;
  const displayMode = formula.localName === 'div';
  // Temml writes into an element, whose content it deletes first.
  const target = document.createElement('div');
  try {
    temml.render(source.textContent, target, { displayMode, macros, throwOnError: true });
    source.replaceWith(...target.childNodes);
    if (!displayMode) letScroll(formula, source.textContent);
  } catch (error) {
    source.setAttribute('title', (error instanceof Error ? error.message : String(error)).trim());
  }
}

/** A formula in a line is in one piece. Where it does not fit, it scrolls by itself, so that the page need not. */
function letScroll(formula: Element, source: string): void {
  const room = formula.parentElement?.clientWidth ?? 0;
  if (room === 0 || formula.getBoundingClientRect().width <= room) return;
  formula.classList.add('wide');
  for (const [name, value] of [['role', 'group'], ['tabindex', '0'], ['aria-label', source]] as const) {
    formula.setAttribute(name, value);
  }
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}

/** Of the blocks in which formulas stand that are still TeX. */
function heightsAround(formulas: readonly HTMLElement[]): Map<HTMLElement, number> {
  const untypeset = formulas.filter((formula) => formula.querySelector(':scope > code'));
  const blocks = untypeset.map((formula) => formula.closest<HTMLElement>('div.math, p, li, dd') ?? formula);
  return new Map(blocks.map((block) => [block, block.getBoundingClientRect().height]));
}

/**
 * What the reader is looking at does not move up because a formula takes less room than its TeX did. In a window of
 * another size everything moves anyway.
 */
function keepHeights(heights: ReadonlyMap<HTMLElement, number>, signal: AbortSignal): void {
  for (const [block, height] of heights) block.style.minBlockSize = `${height}px`;
  const letGo = (): void => {
    for (const block of heights.keys()) block.style.minBlockSize = '';
  };
  addEventListener('resize', letGo, { once: true, signal });
}
