// Weighs what a reader downloads, brotli at its best, against the budgets: node scripts/budgets.mjs ENGINE SITE
// A KB is 1,000 bytes. Exit status 1 where something is too heavy.
import {readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';

const [engine, site] = process.argv.slice(2);

const size = (...files) =>
  files.reduce((sum, file) => {
    const options = {params: {[constants.BROTLI_PARAM_QUALITY]: 11}};
    return sum + brotliCompressSync(readFileSync(file), options).length;
  }, 0);

const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

const {core, search, script, theme, style, parts} = readJson(engine, 'engine.json');
const inEngine = (...files) => size(...files.map((file) => join(engine, file)));
const articles = readJson(site, 'posts.json').items.map((item) => join(site, item._daybook.path, 'index.html'));
const styleSize = inEngine(style);
const languages = Object.keys(parts).filter((name) => name.startsWith('language '));
// Not compressed by hosts.
const searchRoot = statSync(join(site, readJson(site, 'posts.json')._daybook.search.root)).size;
const longestArticle = Math.max(...articles.map((file) => size(file)));

const weighed = [
  ['core.wasm', inEngine(core), 115_000],
  ['search before the first shard', inEngine(search, parts.search) + searchRoot, 42_000],
  ['script of every page', inEngine(script, theme), 6_000],
  ['all script but code and math', inEngine(script, theme, parts.reading, parts.narrow, parts.search), 25_000],
  ['code: highlighter', inEngine(parts.code), 10_000],
  ['code: largest language', Math.max(...languages.map((name) => inEngine(parts[name]))), 4_000],
  ['math', inEngine(parts.math), 55_000],
  ['index: HTML + CSS', size(join(site, 'index.html')) + styleSize, 14_000],
  ['longest article: HTML + CSS', longestArticle + styleSize, 14_000],
];

for (const [name, bytes, most] of weighed) {
  const verdict = bytes <= most ? '' : '   too heavy';
  console.log(`${name.padEnd(28)}${String(bytes).padStart(8)} of ${String(most).padStart(7)} bytes${verdict}`);
}
process.exitCode = weighed.some(([, bytes, most]) => bytes > most) ? 1 : 0;
