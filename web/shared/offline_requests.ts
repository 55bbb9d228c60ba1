// What a page asks of the service worker, by messages with a port for the answer.

export interface KeptEntry {
  readonly path: string;
  readonly title: string;
  readonly bytes: number;
  readonly isKept: boolean;
}

export type OfflineRequest =
  /** The reader has this page on the screen. */
  | { readonly what: 'read'; readonly path: string }
  /** The pages of a selection: a post, a tag, a series, or '' for the whole blog. */
  | { readonly what: 'list'; readonly path: string }
  /** From now on a selection is to be kept, though it may take time until it is there. */
  | { readonly what: 'save'; readonly path: string }
  /** Brings one page. */
  | { readonly what: 'keep'; readonly path: string }
  /** A selection is kept no more. */
  | { readonly what: 'forget'; readonly path: string }
  /** Removes all that was kept of posts. */
  | { readonly what: 'clear' }
  | { readonly what: 'state' };

export interface OfflineState {
  readonly saves: readonly string[];
  /** Pages that are there to be read, saved or not. */
  readonly kept: readonly KeptEntry[];
  /** Of all that is kept, the engine included. */
  readonly bytes: number;
  /** ms since 1970. */
  readonly synced?: number | undefined;
}

/** `list` brings entries, `state` the state, others nothing. */
export interface OfflineAnswer {
  readonly entries?: readonly KeptEntry[];
  readonly state?: OfflineState;
  /** Why it did not work. */
  readonly failure?: 'no room' | 'no network';
}
