// Times the filter of the index in core.wasm: node tests/bench/filter.mjs CONTENT [POSTS…]
//
// CONTENT is a blog's content. Its titles, sentences and tags are resampled by a seed to blogs of POSTS posts (10,000 and
// 100,000), of which only the manifest is made. Prints what it takes to read it, to get ready to filter, and to answer
// each key of some queries as a reader types them; in milliseconds of the processor, and the memory of the core in megabytes.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';

const kHeadPosts = 50;
const kPagePosts = 250;
const kTyped = ['release', 'borrow checker', 'the async working group', 'march 2021', 'tag:rel', '2019-0'];
const kWhole = [
  '"working group" -async',
  'compiler or cargo or rustup sort:best',
  'title:rust after:2015-03 before:2020 sort:old',
  'the of and to in is for that with on sort:best',
  'a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(20),
  'x'.repeat(100_000),
];

const [content, ...counts] = process.argv.slice(2);
if (!content) throw new Error('usage: node tests/bench/filter.mjs CONTENT [POSTS…]');

const {openCore} = await importBundled('web/shared/core.ts');
const source = realTexts(content);
for (const count of counts.length > 0 ? counts.map(Number) : [10_000, 100_000]) await bench(count);

async function bench(count) {
  const files = manifestOf(count, source);
  const memory = {};
  const core = await openCore(async (imports) => {
    const {instance} = await WebAssembly.instantiate(readFileSync(process.env.CORE ?? 'build/wasm/core.wasm'), imports);
    memory.exported = instance.exports.memory;
    return instance;
  });
  const megabytes = () => (memory.exported.buffer.byteLength / 1e6).toFixed(0);

  console.log(`\n${count} posts, ${(files.reduce((sum, {bytes}) => sum + bytes.length, 0) / 1e6).toFixed(1)} MB of manifest`);
  const reading = timed(() => files.map(({path, bytes}) => expect(core.supply(path, bytes), 204)));
  row('read the manifest', reading, `${megabytes()} MB`);
  row('get ready to filter, with the first question', timed(() => expect(core.ask('?q=e'), 200)), `${megabytes()} MB`);
  for (const query of kTyped) {
    const keys = Array.from(query, (_, i) => query.slice(0, i + 1));
    row(`«${query}», key by key`, median(keys.map((typed) => ask(core, typed))), `worst ${worst(core, keys)}`);
  }
  for (const query of kWhole) {
    const times = Array.from({length: 5}, () => ask(core, query));
    row(query.length > 60 ? `${query.slice(0, 20)}… (${query.length} bytes)` : query, median(times), `${found(core, query)} found`);
  }
  console.log(`  memory after all: ${megabytes()} MB`);
}

function worst(core, keys) {
  return Math.max(...keys.map((typed) => median([1, 2, 3].map(() => ask(core, typed))))).toFixed(1);
}

function ask(core, query) {
  return timed(() => expect(core.ask(`?q=${encodeURIComponent(query)}`), 200));
}

function found(core, query) {
  const {body} = core.ask(`?q=${encodeURIComponent(query)}`);
  return /data-count>([\d,]*)/.exec(body)?.[1] || '0';
}

function expect(answer, status) {
  if (answer.status !== status) throw new Error(`${answer.status}: ${answer.body}`);
  return answer;
}

/** Of the processor, so that whatever else runs here matters little. */
function timed(work) {
  const start = process.cpuUsage();
  work();
  const {user, system} = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

function row(name, milliseconds, note) {
  console.log(`  ${name.padEnd(52)}${milliseconds.toFixed(1).padStart(9)} ms   ${note}`);
}

/** The titles, tags and sentences of a real blog. */
function realTexts(folder) {
  const site = mkdtempSync(join(tmpdir(), 'daybook-bench-'));
  try {
    execFileSync('build/release/daybook', ['build', '--quiet', '--keep-going', '-s', folder, '-d', site]);
    const items = [];
    for (let file = 'posts.json'; file; ) {
      const page = JSON.parse(readFileSync(join(site, file), 'utf8'));
      items.push(...page.items);
      file = page._daybook.next?.path;
    }
    const markdown = readdirSync(site, {recursive: true}).filter((file) => file.endsWith('index.md'));
    const text = markdown.map((file) => readFileSync(join(site, file), 'utf8').replace(/^\{.*?\n\}\n/s, '')).join('\n');
    const sentences = text.match(/[A-Z][^.!?\n`<>[\]|]{60,180}[.!?]/g) ?? [];
    const tags = [...new Set(items.flatMap((item) => item.tags ?? []))];
    const words = [...new Set(items.flatMap((item) => item.title.split(' ')))];
    return {titles: items.map((item) => item.title), tags: tags.length > 20 ? tags : words.slice(0, 60), sentences};
  } finally {
    rmSync(site, {recursive: true});
  }
}

/** The files of a manifest of so many posts, one a day back from 2026-01-01. */
function manifestOf(count, {titles, tags, sentences}) {
  let state = 1n;
  const below = (bound) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) % bound;
  };
  const oneOf = (choices) => choices[below(choices.length)];
  const half = (text, end) => text.split(' ').filter((_, i, words) => i < words.length / 2 === (end === 'first'));
  const items = Array.from({length: count}, (_, i) => ({
    id: `${i}`,
    title: [...half(oneOf(titles), 'first'), ...half(oneOf(titles), 'second')].join(' '),
    content_text: oneOf(sentences),
    date_published: new Date(Date.UTC(2026, 0, 1) - (i * 86_400_000 * 7000) / Math.max(count, 7000)).toISOString(),
    tags: [oneOf(tags), oneOf(tags), oneOf(tags)],
    _daybook: {path: `post/${i}/`, sha256: 'x'.repeat(43), bytes: 1000},
  }));
  const pages = [];
  for (let begin = kHeadPosts; begin < count; begin += kPagePosts) pages.push(items.slice(begin, begin + kPagePosts));
  const reference = (page, i) => ({path: `m/${i}.json`, posts: page.length});
  const references = pages.map(reference);
  const file = (path, page, own) => {
    const feed = {version: 'https://jsonfeed.org/version/1.1', title: 'Bench', items: page, _daybook: own};
    return {path, bytes: new TextEncoder().encode(JSON.stringify(feed))};
  };
  const head = file('posts.json', items.slice(0, kHeadPosts), {total: count, next: references[0]});
  return [
    head,
    ...pages.map((page, i) =>
      file(references[i].path, page, i === 0 ? {next: references[1], older: references.slice(1)} : {next: references[i + 1]}),
    ),
  ];
}

async function importBundled(entry) {
  const {outputFiles} = await build({entryPoints: [entry], bundle: true, write: false, format: 'esm'});
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
