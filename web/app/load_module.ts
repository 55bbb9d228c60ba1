// Fetches a WebAssembly module of ours from beside this script and starts it.
import { openCore } from '../shared/core.ts';
import type { Core } from '../shared/core.ts';

/** `file` is a name and behind `#` what the file has to be. A copy that does not start, such as half a file in a cache, is fetched once more. */
export async function loadModule(file: string): Promise<Core> {
  try {
    return await loadFrom(file, 'default');
  } catch {
    return await loadFrom(file, 'reload');
  }
}

function loadFrom(file: string, cache: RequestCache): Promise<Core> {
  return openCore(async (imports) => {
    const [name = '', integrity = ''] = file.split('#');
    const response = await fetch(new URL(name, import.meta.url), { cache, integrity });
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    // Compiling while it arrives is refused where the server does not know the type.
    const streamed = response.headers.get('content-type') === 'application/wasm';
    const { instance } = await (streamed
      ? WebAssembly.instantiateStreaming(response, imports)
      : WebAssembly.instantiate(await response.arrayBuffer(), imports));
    return instance;
  });
}
