// Same bytes everywhere: builds a blog with the native command, asks core.wasm in Node for every page of it, and
// compares; then once more with the raw HTML trusted that is in it. Usage: node tests/parity.mjs DAYBOOK CORE.WASM ENGINE
// CONTENT…; a CONTENT that is missing is skipped.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareAll, count } from './parity_tally.mjs';

const [daybook, wasm, engine, ...contents] = process.argv.slice(2);

const imports = {
  env: { emscripten_notify_memory_growth() {} },
  wasi_snapshot_preview1: {
    proc_exit(status) {
      throw new Error(`the core exited with ${status}`);
    },
    fd_close: () => 0,
    fd_seek: () => 0,
    fd_write: () => 8,
  },
};

async function openCore() {
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), imports);
  const core = instance.exports;
  core._initialize();
  const give = (bytes) => {
    const pointer = core.daybook_reserve(bytes.length + 1);
    new Uint8Array(core.memory.buffer).set(bytes, pointer);
    return pointer;
  };
  const take = (reply) => {
    const [status, needs, body] = new Uint32Array(core.memory.buffer, reply, 3);
    const bytes = Buffer.from(core.memory.buffer, reply + 12, needs + body);
    const answer = {
      status,
      needs: bytes.subarray(0, needs).toString().split('\n').slice(0, -1).map((line) => line.split('\t')[0]),
      body: Buffer.from(bytes.subarray(needs)),
    };
    core.daybook_release(reply);
    return answer;
  };
  const call = (name, ...texts) => {
    const pointers = texts.map(give);
    const reply = core[name](...texts.flatMap((text, i) => [pointers[i], text.length]));
    pointers.forEach((pointer) => core.daybook_release(pointer));
    return take(reply);
  };
  return {
    ask: (url) => call('daybook_ask', Buffer.from(url)),
    supply: (url, bytes) => call('daybook_supply', Buffer.from(url), bytes),
  };
}

function answerFor(core, site, url) {
  for (;;) {
    const answer = core.ask(url);
    if (answer.status !== 202) return answer;
    for (const need of answer.needs) {
      const supplied = core.supply(need, readFileSync(join(site, decodeURIComponent(need.replace(/\?.*/, '')))));
      if (supplied.status !== 204) throw new Error(`${need}: ${supplied.body}`);
    }
  }
}

async function compare(content, site, name = content) {
  try {
    execFileSync(daybook, ['build', '-q', '-s', content, '-d', site, '--engine', engine], { stdio: 'pipe' });
  } catch (error) {
    // Files that cannot be read are the author's to mend; the rest is built all the same.
    if (error.status !== 1 || !existsSync(join(site, 'posts.json'))) throw error;
  }
  const core = await openCore();
  const pages = readdirSync(site, { recursive: true }).filter((file) => /(^|\/)index\.html$|^404\.html$/.test(file));
  for (const page of pages) {
    const expected = readFileSync(join(site, page));
    if (expected.includes('http-equiv="refresh"')) continue;
    const url = encodeURI(page.replace(/index\.html$/, '')).replaceAll('?', '%3F').replaceAll('#', '%23');
    const { body } = answerFor(core, site, url);
    count(body.equals(expected), () => `${name}: ${page} differs`);
  }
  console.log(`${name}: ${pages.length} pages compared`);
}

/** Copies the content, and says in its site.json that raw HTML passes. */
async function compareTrusted(content, site) {
  const copy = mkdtempSync(join(tmpdir(), 'daybook-trusted-'));
  try {
    cpSync(content, copy, { recursive: true });
    const settings = join(copy, 'site.json');
    const before = existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : {};
    writeFileSync(settings, JSON.stringify({ ...before, rawHtml: 'trusted', socialImages: false }));
    await compare(copy, site, `${content}, its raw HTML trusted`);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

await compareAll(contents, async (content, site) => {
  await compare(content, join(site, 'omitted'));
  await compareTrusted(content, join(site, 'trusted'));
});
