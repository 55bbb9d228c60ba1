// A window over the page. The browser keeps the focus in it, closes it on Escape and gives the focus back.
import type { ShownPage } from '../shown_page.ts';

export const kClose = ['close', 'Close'] as const;

/** It goes from the document when it is closed, as it is by its button, by a click beside it, and by another page. */
export function openDialog(page: ShownPage, className: string, content: readonly Node[]): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = className;
  const close = (): void => {
    dialog.close();
    dialog.remove();
  };
  const control = page.button('close', ...kClose);
  control.addEventListener('click', close);
  dialog.append(control, ...content);
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) close();
  });
  dialog.addEventListener('close', close); // by Escape
  page.signal.addEventListener('abort', close);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
