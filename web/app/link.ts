// Which links are ours to follow.
import { sitePath } from './site.ts';

/** The link that an event happened in. */
export function linkOf(event: Event): HTMLAnchorElement | undefined {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  return link instanceof HTMLAnchorElement ? link : undefined;
}

/**
 * Where the link leads, if that is a page of this site in this window. `base` is the address of the page that the link
 * was written for: on the way back through the history the browser's address is already another.
 */
export function pageBehind(link: HTMLAnchorElement, base: URL): URL | undefined {
  if ((link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return undefined;
  try {
    const url = new URL(link.getAttribute('href') ?? '', base);
    return sitePath(url) === undefined ? undefined : url;
  } catch {
    return undefined; // no URL
  }
}

/** Whether the click asks for nothing special, and nobody has taken care of it. */
export function isPlainClick(event: MouseEvent): boolean {
  const hasModifier = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !hasModifier && !event.defaultPrevented;
}
