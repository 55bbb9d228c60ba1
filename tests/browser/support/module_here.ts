// Runs in a page or a worker: a module of ours with the files of a site at hand.
import { openCore } from '../../../web/shared/core.ts';
import type { Core } from '../../../web/shared/core.ts';

export interface ModuleHere {
  readonly module: Core;
  /** Fetches a file of the site for the module; throws where it is refused. */
  readonly bring: (need: { readonly url: string }) => Promise<void>;
}

export async function openHere(root: string, moduleFile: string): Promise<ModuleHere> {
  const module = await openCore(async (imports) => {
    const { instance } = await WebAssembly.instantiateStreaming(fetch(moduleFile), imports);
    return instance;
  });
  const bring = async ({ url }: { readonly url: string }): Promise<void> => {
    const response = await fetch(root + url);
    const answer = module.supply(url, new Uint8Array(await response.arrayBuffer()));
    if (answer.status !== 204) throw new Error(`${url}: ${answer.body}`);
  };
  return { module, bring };
}
