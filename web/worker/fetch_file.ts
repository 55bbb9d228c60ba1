// Gets a file from the network, and believes nothing: neither the status, nor the type, nor the bytes.
import { keepsPromise } from './names.ts';
import { siteUrl } from './site.ts';
import type { File } from './stores.ts';

const kPatience = 20_000; // ms

/** Throws where the file cannot be had. One that is not what its name says is fetched once more, past the caches. */
export async function fetchFile(path: string, cache: RequestCache = 'default'): Promise<File> {
  const first = await fetchOnce(path, cache);
  if (await keepsPromise(path, first.bytes)) return first;
  const second = await fetchOnce(path, 'reload');
  if (await keepsPromise(path, second.bytes)) return second;
  throw new Error(`${path} is not what its name says`);
}

async function fetchOnce(path: string, cache: RequestCache): Promise<File> {
  return fileIn(await fetch(siteUrl(path), { cache, signal: AbortSignal.timeout(kPatience) }));
}

/** Throws unless it is a whole file. Some hosts answer 200 and the front page for files that they do not have. */
export async function fileIn(response: Response): Promise<File> {
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  if (response.status !== 200 || type.startsWith('text/html')) {
    throw new Error(`${response.url}: ${response.status} ${type}`);
  }
  return { bytes: new Uint8Array(await response.arrayBuffer()), type };
}
