/** Answers a query with the body of the final answer: wasm/core/search/answer.h. */
export function openSearch(wasm: string, site: string): Promise<(query: string) => string>;
