/** Resolves when the browser has nothing better to do. */
export function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    // Not in Safari, where the next task has to do.
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 2000 });
    else setTimeout(resolve);
  });
}
