// Fetches what the core lacks, without judging it: the core knows the hashes.
import type { Need } from '../shared/core.ts';
import { root } from './site.ts';

const kPatience = 8000; // ms

export async function fetchNeed(need: Need, how: 'usual' | 'past the cache'): Promise<Uint8Array> {
  // A resource that is named by no hash can change under its name, so a cached copy has to be asked about.
  const cache = how === 'past the cache' ? 'reload' : need.sha256 === '' ? 'no-cache' : 'default';
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
  }, kPatience);
  try {
    const response = await fetch(new URL(need.url, root), { cache, signal: controller.signal });
    // Some hosts answer 200 and the front page for files that they do not have.
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (!response.ok || isPage) throw new Error(`${response.url}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } finally {
    clearTimeout(timer);
  }
}
