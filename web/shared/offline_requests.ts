// What a page asks of the service worker, by messages with a port for the answer.

export interface KeptEntry {
  readonly path: string;
  readonly title: string;
  readonly bytes: number;
  readonly isKept: boolean;
}

/** A selection that the reader wants kept: a post, a tag, a series, or '' for the whole blog. */
export interface Save {
  readonly path: string;
  /** `wanted` as long as something is missing, unless its reader has paused it. */
  readonly state: 'wanted' | 'paused' | 'complete';
}

export type OfflineRequest =
  /** The reader has this page on the screen. */
  | { readonly what: 'read'; readonly path: string }
  /** The pages of a selection; with reach 'kept' only as far as that is known without a request. */
  | { readonly what: 'list'; readonly path: string; readonly reach: 'kept' | 'network' }
  | { readonly what: 'saves' }
  | ({ readonly what: 'save' } & Save)
  /** Brings one page. */
  | { readonly what: 'keep'; readonly path: string }
  /** A selection is kept no more. */
  | { readonly what: 'forget'; readonly path: string }
  /** Removes all that was kept of posts. */
  | { readonly what: 'clear' }
  | { readonly what: 'state' };

export interface OfflineState {
  readonly saves: readonly Save[];
  /** Pages that are there to be read, saved or not. */
  readonly kept: readonly KeptEntry[];
  /** Of all that is kept, the engine included. */
  readonly bytes: number;
  /** ms since 1970. */
  readonly synced?: number | undefined;
}

/** `list` brings entries, `state` the state, `saves` the saves, others nothing. */
export interface OfflineAnswer {
  readonly entries?: readonly KeptEntry[];
  readonly saves?: readonly Save[];
  readonly state?: OfflineState;
  /** Why it did not work. */
  readonly failure?: 'no room' | 'no network';
}
