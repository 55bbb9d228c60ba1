// Typesets formulas: TeX in, MathML out, which the browser lays out itself. What is in view is done at once, the rest
// before it comes into view. What cannot be read stays the TeX that it is, and says why.
import temml from 'temml';
import temmlStyle from 'temml/dist/Temml-Local.css';
import ownStyle from '../../styles/mathml.css';
import type { ShownPage } from '../shown_page.ts';

// How far ahead of the reader, in heights of the window.
const kAhead = '150%';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`@layer prose { ${temmlStyle} ${ownStyle} }`);

export function furnish({ signal }: ShownPage): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  const macros = {}; // what a formula defines, those after it know
  const formulas = [...document.querySelectorAll<HTMLElement>('.math')];
  const inView = formulas.filter(isInView);
  const blocks = new Set(inView.map((formula) => formula.closest<HTMLElement>('div.math, p, li, dd') ?? formula));
  const heights = new Map([...blocks].map((block) => [block, block.getBoundingClientRect().height]));
  for (const formula of inView) typeset(formula, macros);
  keepHeights(heights, signal);
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        typeset(target, macros);
      }
    },
    { rootMargin: `${kAhead} 0%` },
  );
  for (const formula of formulas) if (!inView.includes(formula)) observer.observe(formula);
  const typesetAll = (): void => {
    for (const formula of formulas) typeset(formula, macros);
  };
  addEventListener('beforeprint', typesetAll, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
}

function typeset(formula: Element, macros: object): void {
  const source = formula.querySelector(':scope > code');
  if (!source) return;
  const displayMode = formula.localName === 'div';
  // Temml writes into an element, whose content it deletes first.
  const target = document.createElement('div');
  try {
    temml.render(source.textContent, target, { displayMode, macros, throwOnError: true });
    source.replaceWith(...target.childNodes);
  } catch (error) {
    source.setAttribute('title', (error instanceof Error ? error.message : String(error)).trim());
  }
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
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
