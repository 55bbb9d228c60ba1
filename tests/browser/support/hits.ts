// Runs in a page and in a worker: what a search of their own answers to every query.
import { openCore } from '../../../web/shared/core.ts';

export async function answers(root: string, moduleFile: string, indexRoot: string, queries: string[]): Promise<string[]> {
  const search = await openCore(async (imports) => {
    const { instance } = await WebAssembly.instantiateStreaming(fetch(moduleFile), imports);
    return instance;
  });
  const bring = async ({ url }: { readonly url: string }): Promise<void> => {
    const response = await fetch(root + url);
    const answer = search.supply(url, new Uint8Array(await response.arrayBuffer()));
    if (answer.status !== 204) throw new Error(`${url}: ${answer.body}`);
  };
  await bring({ url: indexRoot });
  const bodies: string[] = [];
  for (const query of queries) {
    const question = `search?${new URLSearchParams({ q: query, count: '10' })}`;
    let answer = search.ask(question);
    while (answer.needs.length > 0) {
      await Promise.all(answer.needs.map(bring));
      answer = search.ask(question);
    }
    bodies.push(answer.body);
  }
  return bodies;
}
