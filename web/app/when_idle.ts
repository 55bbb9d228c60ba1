/** Does what can wait until the page is loaded and the browser has nothing better to do. */
export function whenIdle(work: () => void): void {
  const rest = (): void => {
    // Not in Safari, where a moment after the load has to do.
    if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 5000 });
    else setTimeout(work, 200);
  };
  if (document.readyState === 'complete') rest();
  else addEventListener('load', rest, { once: true });
}
