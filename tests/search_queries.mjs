// Queries that a reader might type, drawn by a seed from what a blog says: words, prefixes, phrases, fields, dates,
// exclusions, alternatives, misspellings, and what is no query at all.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const kOddities = ['', '   ', '"', '-', 'or', '"" or ""', 'title:', 'after:soon', 'é', '東京', 'हिन्दी', '\u0000', 'a'.repeat(3000)];

/** `count` queries about the posts that are published in `site`, the same for the same seed. */
export function drawQueries(site, count, seed = 1) {
  const posts = JSON.parse(readFileSync(join(site, 'posts.json'), 'utf8')).items;
  const random = chance(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? ['word'];
  const text = (post) => readFileSync(join(site, post._daybook.path, 'index.md'), 'utf8');
  const word = () => pick(wordsOf(text(pick(posts))));
  const neighbours = (length) => {
    const words = wordsOf(text(pick(posts)));
    const at = Math.floor(random() * Math.max(1, words.length - length));
    return words.slice(at, at + length).join(' ');
  };
  const misspelt = (right) => right.slice(0, 2) + right.slice(3);
  const year = () => (pick(posts).date_published ?? '2025').slice(0, 4);
  const kinds = [
    word,
    () => word().slice(0, 3),
    () => neighbours(3),
    () => neighbours(8),
    () => `"${neighbours(2)}"`,
    () => `"${neighbours(3)}" ${word()}`,
    () => `title:${pick(wordsOf(pick(posts).title))}`,
    () => `${word()} -${word()}`,
    () => `${word()} or ${word()} ${word()}`,
    () => `tag:"${pick(pick(posts).tags ?? ['none']) ?? 'none'}" ${word()}`,
    () => `${word()} year:${year()}`,
    () => `after:${year()}-03 ${word()} sort:old`,
    () => `-tag:x before:${year()} sort:new`,
    () => misspelt(word()),
    () => pick(posts).title,
    () => word().toUpperCase(),
    () => pick(kOddities),
  ];
  return Array.from({length: count}, (_, i) => kinds[i % kinds.length]());
}

/** Numbers from 0 to below 1. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
