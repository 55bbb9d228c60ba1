// Measures the full-text index of blogs: node tests/bench/search_index.mjs [--queries N] SITE…
//
// SITE is a folder that `daybook build` has published into. Prints, for each: the index's files and
// bytes; what questions cost a reader who comes for the first time, in bytes, requests and round
// trips, and search.wasm in milliseconds, the first time and again; and the mean reciprocal rank of
// posts that are looked for by words of their own, drawn by a seed. Bodies alone count; root and
// shards travel as they are, search.wasm compressed.
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {transformSync} from 'esbuild';

const {code: loader} = transformSync(readFileSync('web/shared/core.ts', 'utf8'), {loader: 'ts', format: 'esm'});
const {openCore} = await import(`data:text/javascript,${encodeURIComponent(loader)}`);

const wasmFile = 'build/wasm/search.wasm';
const argumentsLeft = process.argv.slice(2);
const queriesWanted = argumentsLeft[0] === '--queries' ? Number(argumentsLeft.splice(0, 2)[1]) : 300;
const wasm = readFileSync(wasmFile);
const wasmBytes = brotliCompressSync(wasm, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
const module = await WebAssembly.compile(wasm);

async function bench(site) {
  const head = JSON.parse(readFileSync(join(site, 'posts.json'), 'utf8'));
  const root = head._daybook.search.root;
  const segments = readdirSync(join(site, 's'), {withFileTypes: true}).filter((entry) => entry.isDirectory());
  const files = segments.flatMap(({name}) => readdirSync(join(site, 's', name)).map((file) => join(site, 's', name, file)));
  const sum = (wanted) => files.filter(wanted).reduce((total, file) => total + statSync(file).size, 0);
  const kind = (file) => file.split('/').at(-1)[0];
  const isPosition = (file) => file.split('/').at(-1).includes('-');
  const rootBytes = statSync(join(site, root)).size;
  console.log(`\n${site}: ${head._daybook.total} posts`);
  console.log(`  ${files.length + 1} files in ${segments.length} segments; root ${kilobytes(rootBytes)}, ` +
    `before the first shard ${kilobytes(rootBytes + wasmBytes)} without script`);
  const isShard = (file) => 'tl'.includes(kind(file)) && !isPosition(file);
  console.log(`  terms ${kilobytes(sum(isShard))} in ${files.filter(isShard).length} files ` +
    `(${files.filter((file) => kind(file) === 'l' && !isPosition(file)).length} large terms), ` +
    `cards ${kilobytes(sum((file) => kind(file) === 'c'))}, words ${kilobytes(sum((file) => kind(file) === 'w'))}, ` +
    `positions ${kilobytes(sum(isPosition))}`);

  const posts = allPosts(site, head);
  await measureCost(site, root, posts, rootBytes);
  await measureRanks(site, root, posts);
}

/** Title, path and words of the text of every post. */
function allPosts(site, head) {
  const items = [...head.items];
  for (let next = head._daybook.next; next;) {
    const page = JSON.parse(readFileSync(join(site, next.path), 'utf8'));
    items.push(...page.items);
    next = page._daybook.next;
  }
  return items.map((item) => ({title: item.title, path: item._daybook.path, source: join(site, item._daybook.path, 'index.md')}));
}

function bodyWords(post) {
  const text = readFileSync(post.source, 'utf8').replace(/^\{[\s\S]*?\n\}\n/, '').replace(/\]\([^)]*\)|<[^>]*>|https?:\S+/g, ' ');
  return text.match(/[\p{L}]{4,}/gu) ?? [];
}

const functionWords = new Set(('a about after all also an and any are as at be because been but by can could did do does for from had has ' +
  'have he her him his how i if in into is it its just may me more most my no not of on only or other our out over she should so some such ' +
  'than that the their them then there these they this those through to too up us very was we were what when where which while who why ' +
  'will with would you your').split(' '));

const wordsOf = (text) => (text.match(/[\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*/gu) ?? []).filter((word) => !functionWords.has(word.toLowerCase()));

/** Numbers from 0 to below 1, the same for the same seed. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = (random, list) => list[Math.floor(random() * list.length)];

function draw(random, list, count) {
  const left = [...new Set(list)];
  const drawn = [];
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

async function openSearch(site, root) {
  const core = await openCore(async (imports) => WebAssembly.instantiate(module, imports));
  const supplied = core.supply(root, readFileSync(join(site, root)));
  if (supplied.status !== 204) throw new Error(supplied.body);
  return core;
}

/** Asks until nothing is needed any more. */
function ask(core, site, query) {
  const url = `search?q=${encodeURIComponent(query)}&count=10`;
  const cost = {bytes: 0, requests: 0, rounds: 0, milliseconds: 0};
  for (;;) {
    const begin = process.cpuUsage();
    const answer = core.ask(url);
    cost.milliseconds += millisecondsSince(begin);
    if (answer.status === 200) return {...JSON.parse(answer.body), cost};
    if (answer.status !== 202) throw new Error(answer.body);
    ++cost.rounds;
    for (const {url: file} of answer.needs) {
      const bytes = readFileSync(join(site, file));
      cost.bytes += bytes.length;
      ++cost.requests;
      const start = process.cpuUsage();
      const supplied = core.supply(file, bytes);
      cost.milliseconds += millisecondsSince(start);
      if (supplied.status !== 204) throw new Error(supplied.body);
    }
  }
}

/** Of the processor, since others may be at work beside this. */
function millisecondsSince(begin) {
  const {user, system} = process.cpuUsage(begin);
  return (user + system) / 1000;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measureCost(site, root, posts, rootBytes) {
  const random = chance(1);
  const drawPost = () => {
    for (;;) {
      const post = pick(random, posts);
      const words = bodyWords(post).filter((word) => !functionWords.has(word.toLowerCase()));
      if (words.length > 20) return {post, words};
    }
  };
  const sentence = () => {
    for (;;) {
      const text = readFileSync(pick(random, posts).source, 'utf8').replace(/^\{[\s\S]*?\n\}\n/, '');
      const found = text.match(/(?<=[.!?]\s)[A-Z][\p{L} ,]{50,90}\./gu);
      if (found) return pick(random, found);
    }
  };
  const kinds = {
    'one word': () => pick(random, drawPost().words),
    'three words': () => draw(random, drawPost().words, 3).join(' '),
    'a sentence': sentence,
    'a phrase of two': () => {
      const {words} = drawPost();
      const at = Math.floor(random() * (words.length - 1));
      return `"${words[at]} ${words[at + 1]}"`;
    },
  };
  console.log('  cold, medians of 60   first bytes (all with root and module)  requests  rounds   ms   again');
  for (const [name, make] of Object.entries(kinds)) {
    const costs = [];
    for (let i = 0; i < 60; ++i) {
      const core = await openSearch(site, root);
      const query = make();
      const {cost} = ask(core, site, query);
      const again = [1, 2, 3, 4, 5].map(() => ask(core, site, query).cost.milliseconds);
      costs.push({...cost, again: median(again)});
    }
    const of = (key) => median(costs.map((cost) => cost[key]));
    console.log(`  ${name.padEnd(18)}${kilobytes(of('bytes')).padStart(14)} ${`(${kilobytes(of('bytes') + rootBytes + wasmBytes)})`.padStart(14)}` +
      `${String(of('requests')).padStart(18)}${String(of('rounds') + 1).padStart(9)}` +
      `${of('milliseconds').toFixed(2).padStart(8)}${of('again').toFixed(2).padStart(7)}`);
  }
}

async function measureRanks(site, root, posts) {
  const core = await openSearch(site, root);
  const random = chance(2);
  const kinds = {
    'full title': (post) => post.title,
    'three title words': (post) => draw(random, wordsOf(post.title), 3).join(' '),
    'one title word, two of the text': (post) =>
      [...draw(random, wordsOf(post.title), 1), ...draw(random, wordsOf(bodyWords(post).join(' ')), 2)].join(' '),
  };
  const wanted = draw(random, posts.filter(({title}) => wordsOf(title).length >= 3), queriesWanted);
  for (const [name, make] of Object.entries(kinds)) {
    let sum = 0;
    let missed = 0;
    for (const post of wanted) {
      const {hits} = ask(core, site, make(post));
      const place = hits.findIndex(({path}) => path === post.path);
      if (place >= 0) sum += 1 / (place + 1);
      else ++missed;
    }
    console.log(`  mean reciprocal rank of ${name}: ${(sum / wanted.length).toFixed(3)} (${wanted.length} queries, ${missed} not among ten)`);
  }
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

console.log(`search.wasm ${kilobytes(wasmBytes)} compressed`);
for (const site of argumentsLeft) await bench(site);
