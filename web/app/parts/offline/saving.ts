// Brings the pages of a selection, one after another through the worker. The page drives, so that it can say how far it
// is, stop, and go on; the worker remembers what is wanted, so that another page can go on where this one was closed.
import { inParallel } from '../../../shared/in_parallel.ts';
import type { KeptEntry, OfflineAnswer } from '../../../shared/offline_requests.ts';
import { ask } from './ask.ts';

export type Failure = NonNullable<OfflineAnswer['failure']>;

export class Saving {
  readonly path: string;
  readonly #onChange: () => void;
  #stop = new AbortController();
  #entries: readonly KeptEntry[] = [];
  done = 0;

  constructor(path: string, onChange: () => void) {
    this.path = path;
    this.#onChange = onChange;
  }

  get count(): number {
    return this.#entries.length;
  }

  /** Resolves when everything is there, or at the first failure, or when it is paused. */
  async run(): Promise<'complete' | 'paused' | Failure> {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    await demand({ what: 'save', path: this.path, state: 'wanted' });
    this.#entries = (await demand({ what: 'list', path: this.path, reach: 'network' })).entries ?? [];
    this.done = this.#entries.filter(({ isKept }) => isKept).length;
    this.#onChange();
    const missing = this.#entries.filter(({ isKept }) => !isKept);
    await inParallel(missing, async ({ path }) => {
      if (signal.aborted) return;
      await demand({ what: 'keep', path });
      ++this.done;
      this.#onChange();
    });
    if (signal.aborted) return 'paused';
    await demand({ what: 'save', path: this.path, state: 'complete' });
    return 'complete';
  }

  async pause(): Promise<void> {
    this.#stop.abort();
    await demand({ what: 'save', path: this.path, state: 'paused' });
  }
}

class Failed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

async function demand(request: Parameters<typeof ask>[0]): Promise<OfflineAnswer> {
  const answer = await ask(request);
  if (answer.failure) throw new Failed(answer.failure);
  return answer;
}

export function failureOf(error: unknown): Failure {
  return error instanceof Failed ? error.failure : 'no network';
}

/** Goes on with what an earlier page has left unfinished, unless its reader has paused it. */
export async function resumeSavings(): Promise<void> {
  for (const { path, state } of (await ask({ what: 'saves' })).saves ?? []) {
    if (state === 'wanted') await new Saving(path, () => {}).run();
  }
}
