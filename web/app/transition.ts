/** Updates the page, in a view transition where there are such and the reader has nothing against motion. */
export async function transition(update: () => void): Promise<void> {
  const isMotionFine = matchMedia('(prefers-reduced-motion: no-preference)').matches;
  if (!isMotionFine || !('startViewTransition' in document)) {
    update();
    return;
  }
  const { ready, finished, updateCallbackDone } = document.startViewTransition(update);
  // Another transition may cut this one short; the page is up to date all the same.
  ready.catch(() => {});
  finished.catch(() => {});
  await updateCallbackDone;
}
