// Runs in a page of the blog: asks a core of its own for every page, and names those that differ from the served files.
import { openCore } from '../../../web/shared/core.ts';
import { settle } from '../../../web/shared/settle.ts';

export async function differences(root: string, coreFile: string, paths: string[]): Promise<string[]> {
  const core = await openCore(async (imports) => {
    const { instance } = await WebAssembly.instantiateStreaming(fetch(coreFile), imports);
    return instance;
  });
  const bring = async ({ url }: { readonly url: string }): Promise<void> => {
    const response = await fetch(root + url);
    const answer = core.supply(url, new Uint8Array(await response.arrayBuffer()));
    if (answer.status !== 204) throw new Error(`${url}: ${answer.body}`);
  };
  const different: string[] = [];
  for (const path of paths) {
    const answer = await settle(core, path, bring, Infinity);
    const file = await (await fetch(root + path)).text();
    if (answer.status !== 200 || answer.body !== file) different.push(`${path || 'the index'} (${answer.status})`);
  }
  return different;
}
