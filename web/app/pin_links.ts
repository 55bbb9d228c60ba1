// Makes relative references absolute, for when the address is about to be another than the one they were written for.

/** The page's links and forms; those to a place on the page stay. */
export function pinLinks(base: URL): void {
  pin('a[href]:not([href^="#"])', 'href', base);
  pin('form[action]', 'action', base);
}

/** Browsers look the icon up again at every new address, also while the page for it is still on its way. */
export function pinIcon(base: URL): void {
  pin('link[rel=icon]', 'href', base);
}

function pin(selector: string, name: string, base: URL): void {
  for (const element of document.querySelectorAll(selector)) {
    try {
      element.setAttribute(name, new URL(element.getAttribute(name) ?? '', base).href);
    } catch {
      // no URL from any base
    }
  }
}
