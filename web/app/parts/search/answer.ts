// What search answers, as the core writes it: wasm/core/search/answer.cc.

export interface Hit {
  /** Site path of the post. */
  readonly path: string;
  /** In parts, of which every second one is a match. */
  readonly title: readonly string[];
  /** `2025-03-16` */
  readonly date?: string;
  readonly tags?: readonly string[];
  readonly language?: string;
}

export interface Found {
  readonly total: number;
  /** Whether all of the index that the query touches has been read. */
  readonly isComplete: boolean;
  readonly hits: readonly Hit[];
  /** What the reader may have meant. */
  readonly suggestion?: string;
}

/** Where in a post a query is met. */
export interface Snippet {
  /** Id of the section's heading; empty above the first one. */
  readonly heading: string;
  readonly section: string;
  readonly text: readonly string[];
}

export const kNothing: Found = { total: 0, isComplete: true, hits: [] };

/** `search?q=…` as the core and the search module are asked. */
export function question(query: string, count: number, isTyping: boolean): string {
  return `search?${new URLSearchParams({ q: query, count: String(count), ...(isTyping && { typing: '1' }) })}`;
}
