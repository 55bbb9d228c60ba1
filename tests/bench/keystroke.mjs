// Times the filter of the index in Chromium, from key to paint: node tests/bench/keystroke.mjs SITE [WORDS…]
//
// SITE is a folder that `daybook build` has made, of as many posts as wanted (tests/bench/resample.py). Words are typed
// into the box of its index, key by key, once all of the manifest has come. Prints for the keys of each: the handler of
// the key (the answer, and the new list); the frame that paints it, from its callback to the task after its paint; the
// work, which is both; from the key's event to that task, waiting for the screen included; and how many elements the
// list has. Median and 95th percentile, in milliseconds. A key is within a frame if its work is.
import {createReadStream, existsSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {chromium} from '@playwright/test';

const kTypes = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm'};
const kRounds = 3;
const kFrame = 16; // ms: what a key may take to be on the screen
const kPause = 60; // ms between keys

const [site, ...given] = process.argv.slice(2);
if (!site) throw new Error('usage: node tests/bench/keystroke.mjs SITE [WORDS…]');
const typed = given.length > 0 ? given : ['release', 'borrow checker', 'march 2021', 'tag:rel', 'zzzz'];

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
  let file = join(site, path);
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, {'content-type': kTypes[extname(file)] ?? 'application/octet-stream'});
  createReadStream(file).pipe(response);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu']});
try {
  const page = await browser.newPage();
  await page.addInitScript(measureKeys);
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForSelector('button.keys', {state: 'attached'});
  const field = page.locator('#query');
  await field.pressSequentially('e');
  await page.waitForLoadState('networkidle');
  const total = JSON.parse(await page.evaluate(() => fetch('posts.json').then((answer) => answer.text())))._daybook.total;
  console.log(`${total} posts, ${(await page.evaluate(() => document.querySelectorAll('#entries *').length))} elements in the list of «e»`);
  const all = [];
  for (const words of typed) {
    const keys = [];
    for (let round = 0; round < kRounds; ++round) {
      await field.fill('');
      await page.waitForTimeout(kPause);
      await page.evaluate(() => (globalThis.keys.length = 0));
      await field.pressSequentially(words, {delay: kPause});
      await page.waitForTimeout(4 * kPause);
      keys.push(...(await page.evaluate(() => globalThis.keys)));
    }
    row(`«${words}»`, keys);
    all.push(...keys);
  }
  row('all', all);
} finally {
  await browser.close();
  server.close();
}

/** Runs in the page. */
function measureKeys() {
  const keys = [];
  globalThis.keys = keys;
  const channel = new MessageChannel();
  let waiting = [];
  channel.port1.onmessage = () => {
    const now = performance.now();
    for (const {start, begun, changed, framed, elements} of waiting) {
      keys.push({handler: changed - begun, frame: now - framed, work: changed - begun + now - framed, painted: now - start, elements});
    }
    waiting = [];
  };
  addEventListener(
    'input',
    ({timeStamp: start}) => {
      const begun = performance.now();
      new MutationObserver((_, observer) => {
        observer.disconnect();
        const changed = performance.now();
        const elements = document.querySelectorAll('#entries *').length;
        requestAnimationFrame(() => {
          waiting.push({start, begun, changed, framed: performance.now(), elements});
          channel.port2.postMessage('painted');
        });
      }).observe(document.querySelector('#entries'), {childList: true});
    },
    true,
  );
}

function row(name, keys) {
  const of = (part, what) => {
    const values = keys.map((key) => key[what]).sort((a, b) => a - b);
    return (values[Math.floor(values.length * part)] ?? NaN).toFixed(1).padStart(6);
  };
  const within = keys.filter(({work}) => work <= kFrame).length;
  const columns = ['handler', 'frame', 'work', 'painted'].map((what) => `${what} ${of(0.5, what)} ${of(0.95, what)}`);
  console.log(
    `  ${name.padEnd(20)} ${columns.join('   ')}   ${within} of ${keys.length} within ${kFrame} ms` +
      `   at most ${of(0.999, 'elements').trim()} elements`,
  );
}
