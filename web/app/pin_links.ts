/** Makes links absolute: those of a page whose address is another than the one that they were written for. */
export function pinLinks(base: URL): void {
  for (const element of document.querySelectorAll('a[href]:not([href^="#"]), form[action]')) {
    const name = element.matches('form') ? 'action' : 'href';
    try {
      element.setAttribute(name, new URL(element.getAttribute(name) ?? '', base).href);
    } catch {
      // no URL from any base
    }
  }
}
