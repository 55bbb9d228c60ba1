// One state of the blog: a head of the manifest, and a core that has read it. The rest comes from what is kept or, where
// that is wanted, from the network.
import { openCore } from '../shared/core.ts';
import type { Answer, Core } from '../shared/core.ts';
import { settle } from '../shared/settle.ts';
import { coreModule } from './engine.ts';
import { fetchFile } from './fetch_file.ts';
import { inParallel } from '../shared/in_parallel.ts';
import { Turns } from './in_turn.ts';
import { Store } from './stores.ts';

export const headPath = 'posts.json';

/** The page takes what is not kept. */
export class NotKept extends Error {}

/** Whether what is not kept may be fetched. */
export type Reach = 'kept' | 'network';

export interface Entry {
  readonly path: string;
  readonly title: string;
  /** Of the Markdown, with its hash. */
  readonly url: string;
  readonly bytes: number;
}

/** wasm/core/offline_list.h says what it is. */
export interface OfflineList {
  readonly offline?: boolean;
  readonly total: number;
  readonly assets: readonly string[];
  readonly manifest: readonly string[];
  readonly entries: readonly Entry[];
}

const kMaxRounds = 5;

export class Snapshot {
  readonly head: Uint8Array<ArrayBuffer>;
  readonly #core: Core;
  // The core keeps only the last few posts: one page may need as many, and another must not push them out.
  readonly #turns = new Turns();

  private constructor(head: Uint8Array<ArrayBuffer>, core: Core) {
    this.head = head;
    this.#core = core;
  }

  /** Throws where the head is none that this engine can read. */
  static async open(head: Uint8Array<ArrayBuffer>): Promise<Snapshot> {
    const module = await coreModule();
    const core = await openCore((imports) => WebAssembly.instantiate(module, imports));
    const taken = core.supply(headPath, head);
    if (taken.status !== 204) throw new Error(taken.body);
    return new Snapshot(head, core);
  }

  /** Throws NotKept where that is so, and whatever the network or a broken core throws. */
  async answer(path: string, reach: Reach): Promise<Answer> {
    for (let round = 0; ; ++round) {
      try {
        return await this.#turns.take(() => settle(this.#core, path, (need) => this.#bring(need.url), Infinity));
      } catch (error) {
        if (!(error instanceof NotKept) || reach === 'kept' || round === kMaxRounds) throw error;
        await inParallel(this.#core.ask(path).needs, ({ url }) => keep(url));
      }
    }
  }

  /** The posts of a tag, a series, a single path, or with '' all of them; with nothing, what the head says of the site. */
  async list(of: string | undefined, reach: Reach): Promise<OfflineList> {
    const question = of === undefined ? '' : `?of=${encodeURIComponent(decodeURIComponent(of))}`;
    const answer = await this.answer(`offline/list.json${question}`, reach);
    return JSON.parse(answer.body) as OfflineList;
  }

  async #bring(url: string): Promise<void> {
    const bytes = await Store.content.bytes(url);
    if (bytes && this.#core.supply(url, bytes).status === 204) return;
    if (bytes) await Store.content.remove(url);
    throw new NotKept(`${url} is not kept`);
  }
}

/** Throws OutOfRoom or what the network throws. */
export async function keep(url: string): Promise<void> {
  if (!(await Store.content.has(url))) await Store.content.put(url, await fetchFile(url));
}

