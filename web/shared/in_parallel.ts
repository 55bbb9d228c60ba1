const kAtOnce = 4;

/** Does the work for every item, a few at a time. The first error ends it. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const line = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next++];
      if (item !== undefined) await work(item);
    }
  };
  try {
    await Promise.all(Array.from({ length: kAtOnce }, line));
  } catch (error) {
    next = items.length;
    throw error;
  }
}
