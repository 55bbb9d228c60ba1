// Work that can wait, so that the page answers its reader in between.

/** Resolves in a task of its own. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Resolves when the browser has nothing better to do. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      resolve();
    };
    // Not in Safari, where the next task has to do.
    if ('requestIdleCallback' in window) requestIdleCallback(settle, { timeout: 2000 });
    else setTimeout(settle);
  });
}
