// What the worker keeps, in CacheStorage: a store for each version of the engine, with the head of the manifest that
// names it, and one for what all versions share since its names tell what it holds. Two sites of one host never meet:
// the names of their stores carry the path of the site.
import { storePrefix } from '../shared/store_names.ts';
import { root, siteUrl } from './site.ts';

const kOurs = storePrefix(root.pathname);
const kContent = `${kOurs}content`;

let isClosed = false;

function hasLeft(): boolean {
  return isClosed;
}

/** There is no room left on the device, or the browser grants none. */
export class OutOfRoom extends Error {}

export interface File {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

export class Store {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  static readonly content = new Store(kContent);

  static engine(id: string): Store {
    return new Store(`${kOurs}engine ${id}`);
  }

  async response(path: string): Promise<Response | undefined> {
    return caches.match(siteUrl(path), { cacheName: this.#name });
  }

  async bytes(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const response = await this.response(path);
    return response && new Uint8Array(await response.arrayBuffer());
  }

  async has(path: string): Promise<boolean> {
    return (await this.response(path)) !== undefined;
  }

  /** A response of our own making: what came redirected or in part could not answer every request later. */
  async put(path: string, file: File): Promise<void> {
    if (hasLeft()) throw new Error('the worker has taken its leave');
    try {
      const cache = await caches.open(this.#name);
      await cache.put(siteUrl(path), responseOf(file));
      if (hasLeft()) await caches.delete(this.#name);
    } catch (error) {
      throw error instanceof DOMException && error.name === 'QuotaExceededError' ? new OutOfRoom('no room is left') : error;
    }
  }

  async remove(path: string): Promise<void> {
    if (isClosed) return;
    await (await caches.open(this.#name)).delete(siteUrl(path));
  }

  /** The paths of all that is kept, oldest first, and how to look at it. */
  async paths(): Promise<string[]> {
    if (isClosed) return []; // opening a store would make it anew
    const cache = await caches.open(this.#name);
    return (await cache.keys()).map(({ url }) => url.slice(root.href.length));
  }

  async readRecord(name: string): Promise<unknown> {
    try {
      return await (await this.response(recordPath(name)))?.json();
    } catch {
      return undefined;
    }
  }

  async writeRecord(name: string, content: unknown): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify(content));
    await this.put(recordPath(name), { bytes, type: 'application/json' });
  }
}

/** No request of a page leads there. */
export function isRecord(path: string): boolean {
  return path.startsWith(kRecords);
}

const kRecords = '.daybook/';

function recordPath(name: string): string {
  return kRecords + name;
}

export function responseOf({ bytes, type }: File): Response {
  return new Response(bytes, { headers: { 'content-type': type, 'content-length': String(bytes.length) } });
}

/** A copy of the file in whatever version of the engine has it. */
export async function keptByAnyEngine(path: string): Promise<Response | undefined> {
  for (const name of await ourStores()) {
    if (name === kContent) continue;
    const response = await new Store(name).response(path);
    if (response) return response;
  }
  return undefined;
}

async function ourStores(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(kOurs));
}

/** Removes all but the stores of the engines that are named. */
export async function removeOtherEngines(ids: readonly string[]): Promise<void> {
  const staying = new Set([kContent, ...ids.map((id) => `${kOurs}engine ${id}`)]);
  for (const name of await ourStores()) {
    if (!staying.has(name)) await caches.delete(name);
  }
}

/** Of all that is kept, in bytes. */
export async function sizeOfEverything(): Promise<number> {
  let bytes = 0;
  for (const name of await ourStores()) {
    for (const response of await (await caches.open(name)).matchAll()) {
      bytes += Number(response.headers.get('content-length'));
    }
  }
  return bytes;
}

/** For good: nothing is kept by this worker any more, whatever it is doing at the moment. */
export async function removeEverything(): Promise<void> {
  isClosed = true;
  for (const name of await ourStores()) await caches.delete(name);
}
