// A button on every piece of code that puts it on the clipboard.
import type { ShownPage } from '../shown_page.ts';

const kCopy = ['copy', 'Copy'] as const;
const kShownFor = 2000; // ms

export function addCopyButtons(page: ShownPage): void {
  // Not where the page came over an insecure connection.
  if (!('clipboard' in navigator)) return;
  for (const pre of document.querySelectorAll<HTMLElement>('.prose pre')) {
    const control = page.button('copy', ...kCopy);
    control.addEventListener('click', () => {
      void copy(pre, control, page);
    });
    frameOf(pre).append(control);
  }
}

/** What the button is placed in, since what stands in the code itself would scroll with it. */
function frameOf(pre: HTMLElement): Element {
  const figure = pre.closest('figure.code');
  if (figure) return figure;
  const frame = document.createElement('div');
  frame.className = 'code';
  pre.replaceWith(frame);
  frame.append(pre);
  return frame;
}

async function copy(pre: HTMLElement, control: HTMLElement, page: ShownPage): Promise<void> {
  try {
    await navigator.clipboard.writeText(pre.textContent.replace(/\n$/, ''));
  } catch {
    // Refused: the reader has it selected, and copies by hand.
    getSelection()?.selectAllChildren(pre);
    return;
  }
  control.textContent = page.word('copied', 'Copied');
  page.announce(control.textContent);
  setTimeout(() => {
    control.textContent = page.word(...kCopy);
  }, kShownFor);
}
