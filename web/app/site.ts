// Where the site lies, and which URLs are its pages. The engine's files lie one level below the root.

export const root = new URL('../', import.meta.url);

/**
 * The site path of a page as the core is asked for it, query included (`post/2026/65/x/`, `?q=sql`); undefined for
 * other sites and for files. A page's path ends with a slash; a host may show it with `index.html` after that.
 */
export function sitePath(url: URL): string | undefined {
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return undefined;
  const path = url.pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/, '$1');
  return path === '' || path.endsWith('/') ? path + url.search : undefined;
}

/** Whether two URLs differ in nothing but the place on the page. */
export function isSamePage(one: URL, other: URL): boolean {
  return one.origin === other.origin && one.pathname === other.pathname && one.search === other.search;
}
