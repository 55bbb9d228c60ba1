// The place on a page that an address or a remembered position stands for.

/** Scrolls to the position or else to what the address points to, and returns the element that it points to. */
export function scrollToPlace(position: number | undefined): Element | null {
  const target = document.getElementById(fragment());
  if (position === undefined && target) target.scrollIntoView({ behavior: 'instant' });
  else scrollTo({ top: position ?? 0, behavior: 'instant' });
  return target;
}

/** Lets keyboard and screen reader go on from the element, wherever the screen is scrolled to. */
export function focusPlace(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

function fragment(): string {
  const text = location.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
