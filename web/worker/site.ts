// Where the site lies that this worker serves, and the scope of the script as TypeScript cannot know it.

declare const self: ServiceWorkerGlobalScope;

export const worker = self;

/** Ends with a slash, be it the root of a host or a folder of it. */
export const root = new URL(self.registration.scope);

/** Relative to the root, percent-encoded, with its query (`post/2026/65/x/`); undefined for what lies elsewhere. */
export function sitePath(url: URL): string | undefined {
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return undefined;
  return url.pathname.slice(root.pathname.length) + url.search;
}

export function siteUrl(path: string): string {
  return new URL(path, root).href;
}
