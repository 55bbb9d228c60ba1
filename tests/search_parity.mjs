// Same hits everywhere: asks the native command and search.wasm in Node the same questions about a built site, and
// compares the answers byte by byte; the browser's are compared with them in tests/browser/parity.spec.ts. Usage:
// node tests/search_parity.mjs DAYBOOK SEARCH.WASM ENGINE QUERIES CONTENT…; a CONTENT that is missing is skipped.
import {execFile, execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {transformSync} from 'esbuild';
import {drawQueries} from './search_queries.mjs';

const [daybook, wasm, engine, queries, ...contents] = process.argv.slice(2);
const kAtOnce = 4;
const tally = {passed: 0, failed: 0, skipped: 0};

const {code} = transformSync(readFileSync('web/shared/core.ts', 'utf8'), {loader: 'ts', format: 'esm'});
const {openCore} = await import(`data:text/javascript,${encodeURIComponent(code)}`);
const module = await WebAssembly.compile(readFileSync(wasm));
const run = promisify(execFile);

async function openSearch(site) {
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

// An empty argument, and one with a NUL, are no arguments that a command can be given.
const canBeArgument = (query) => query.trim() !== '' && !query.includes('\u0000');

async function compare(content) {
  const site = mkdtempSync(join(tmpdir(), 'daybook-parity-'));
  try {
    execFileSync(daybook, ['build', '-q', '--keep-going', '-s', content, '-d', site, '--engine', engine], {stdio: 'pipe'});
    const ask = await openSearch(site);
    const asked = drawQueries(site, Number(queries)).filter(canBeArgument);
    const one = async () => {
      for (let query = asked.pop(); query !== undefined; query = asked.pop()) {
        const here = ask(query);
        const {stdout} = await run(daybook, ['search', '--json', '-d', site, '--', query]).catch((error) => error);
        const isSame = stdout.trimEnd() === here;
        ++tally[isSame ? 'passed' : 'failed'];
        if (!isSame) console.log(`FAILED ${content}: ${query.slice(0, 100)}\n  native ${stdout.slice(0, 300)}\n  wasm   ${here.slice(0, 300)}`);
      }
    };
    await Promise.all(Array.from({length: kAtOnce}, one));
  } finally {
    rmSync(site, {recursive: true, force: true});
  }
}

for (const content of contents) {
  if (existsSync(content)) {
    await compare(content);
  } else {
    ++tally.skipped;
    console.log(`skipped: ${content} is not there`);
  }
}
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed > 0 ? 1 : 0;
