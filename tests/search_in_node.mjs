// Search as readers have it, in Node: search.wasm over the files of a site that was built.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {transformSync} from 'esbuild';

const {code} = transformSync(readFileSync('web/shared/core.ts', 'utf8'), {loader: 'ts', format: 'esm'});
const {openCore} = await import(`data:text/javascript,${encodeURIComponent(code)}`);

/** Answers a query with the body of the final answer: wasm/core/search/answer.h. */
export async function openSearch(wasm, site) {
  const module = await WebAssembly.compile(readFileSync(wasm));
  const search = await openCore(async (imports) => WebAssembly.instantiate(module, imports));
  const supply = (path) => {
    const supplied = search.supply(path, readFileSync(join(site, path)));
    if (supplied.status !== 204) throw new Error(`${path}: ${supplied.body}`);
  };
  supply(JSON.parse(readFileSync(join(site, 'posts.json'), 'utf8'))._daybook.search.root);
  return (query) => {
    for (;;) {
      const answer = search.ask(`search?${new URLSearchParams({q: query, count: '10'})}`);
      for (const {url} of answer.needs) supply(url);
      if (answer.needs.length === 0) return answer.body;
    }
  };
}
