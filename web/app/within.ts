/** What the promise gives, or an error once the time is over. */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`nothing for ${milliseconds} ms`));
    }, milliseconds);
    void promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
