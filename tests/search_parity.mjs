// Same hits everywhere: asks the native command and search.wasm in Node the same questions about a built site, and
// compares the answers byte by byte; the browser's are compared with them in tests/browser/parity.spec.ts. Usage:
// node tests/search_parity.mjs DAYBOOK SEARCH.WASM ENGINE QUERIES CONTENT…; a CONTENT that is missing is skipped.
import {execFile, execFileSync} from 'node:child_process';
import {promisify} from 'node:util';
import {compareAll, count} from './parity_tally.mjs';
import {openSearch} from './search_in_node.mjs';
import {drawQueries} from './search_queries.mjs';

const [daybook, wasm, engine, queries, ...contents] = process.argv.slice(2);
const kAtOnce = 4;
const run = promisify(execFile);

// An empty argument, and one with a NUL, are no arguments that a command can be given.
const canBeArgument = (query) => query.trim() !== '' && !query.includes('\u0000');

async function compare(content, site) {
  execFileSync(daybook, ['build', '-q', '--keep-going', '-s', content, '-d', site, '--engine', engine], {stdio: 'pipe'});
  const ask = await openSearch(wasm, site);
  const asked = drawQueries(site, Number(queries)).filter(canBeArgument);
  const one = async () => {
    for (let query = asked.pop(); query !== undefined; query = asked.pop()) {
      const here = ask(query);
      const {stdout} = await run(daybook, ['search', '--json', '-d', site, '--', query]).catch((error) => error);
      const name = query.slice(0, 100);
      count(stdout.trimEnd() === here, () => `${content}: ${name}\n  native ${stdout.slice(0, 300)}\n  wasm   ${here.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({length: kAtOnce}, one));
}

await compareAll(contents, compare);
