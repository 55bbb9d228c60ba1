// How the stores of a site are named. Sites of one host share its stores, so the names carry the site's path.

/** What the names of a site's stores begin with; `path` is that of the site's root on its host. */
export function storePrefix(path: string): string {
  return `daybook ${path} `;
}
