// Shows a figure's image as large as it is, where the page shows it smaller.
import type { ShownPage } from '../shown_page.ts';
import { openDialog } from './dialog.ts';

// Less is not worth a window.
const kWorthwhile = 1.2;

export function addZoom(page: ShownPage): void {
  const controls = new Map<Element, HTMLElement>();
  // Says how large an image is shown, at first, when it has loaded, and when the window changes.
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (!(target instanceof HTMLImageElement)) continue;
      const isLarger = target.clientWidth > 0 && widthOf(target) > target.clientWidth * kWorthwhile;
      target.classList.toggle('zoomable', isLarger);
      const control = controls.get(target);
      if (control) control.hidden = !isLarger;
    }
  });
  for (const image of document.querySelectorAll<HTMLImageElement>('figure img')) {
    const control = page.button('zoom', 'enlarge');
    control.hidden = true;
    controls.set(image, control);
    (image.closest('.wide') ?? image).after(control);
    for (const element of [image, control]) {
      element.addEventListener('click', () => {
        if (!control.hidden) enlarge(image, page);
      });
    }
    observer.observe(image);
  }
  page.signal.addEventListener('abort', () => {
    observer.disconnect();
  });
}

/** In the image's own pixels, as far as the page says. */
function widthOf(image: HTMLImageElement): number {
  return Math.max(Number(image.getAttribute('width') ?? 0), image.naturalWidth);
}

function enlarge(image: HTMLImageElement, page: ShownPage): void {
  const copy = new Image(widthOf(image));
  copy.alt = image.alt;
  copy.srcset = image.srcset;
  // The widest there is: as wide as the image itself.
  copy.sizes = `${widthOf(image)}px`;
  copy.src = image.src;
  const dialog = openDialog(page, 'zoomed', [copy]);
  dialog.ariaLabel = image.alt === '' ? page.word('enlarge') : image.alt;
  copy.addEventListener('click', () => {
    dialog.close();
  });
}
