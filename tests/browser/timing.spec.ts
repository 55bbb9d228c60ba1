// How long a click takes to become an article, and what the core costs that comes unasked. Machines differ, and the same
// one differs with what else it does, so what a click may take is told in yardsticks: the time of the least that any way
// has to do, which is to fetch the same article's HTML and to paint it, measured between the clicks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { allPosts, headingOf } from './support/pages.ts';
import { folderOf } from './support/served.ts';
import { linkTo, openAwake } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const kClicks = 9;
// The core renders and the page fetches, swaps and scrolls besides. Two to five were seen; a document loaded in the old
// way, or a wait that was not there before, takes more.
const kMaxYardsticks = 8;

for (const [name, isTurnedTo] of Object.entries({ 'with its Markdown there': true, 'with its Markdown to be fetched': false })) {
  test(`from click to painted article, ${name}`, async ({ page, blog }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript(() => {
      document.addEventListener('click', ({ timeStamp }) => {
        new MutationObserver((_records, observer) => {
          observer.disconnect();
          // The task after a frame begins when that frame has been painted.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => performance.measure('click to paint', { start: timeStamp, end: performance.now() });
            port2.postMessage('');
          });
        }).observe(document.body, { childList: true });
      }, { capture: true });
    });
    await openAwake(page, blog);
    const yardsticks: number[] = [];
    for (const path of allPosts().slice(0, kClicks)) {
      const link = linkTo(page, path);
      if (isTurnedTo) {
        const arrived = page.waitForResponse((response) => response.url().includes(path));
        await link.focus();
        await (await arrived).finished();
      }
      await link.evaluate((element) => {
        (element as HTMLAnchorElement).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      });
      await expect(page.locator('main h1')).toHaveText(headingOf(path));
      await page.goBack();
      await expect(page.locator('#entries')).toBeVisible();
      yardsticks.push(await page.evaluate(fetchAndPaint, blog + path));
    }
    const times = await measured(page);
    expect(times).toHaveLength(kClicks);
    const [least = 0, most = 0] = [times[0], times.at(-1)];
    const [median, yardstick] = [medianOf(times), medianOf(yardsticks)];
    const figures = `median ${median} ms (${least} to ${most}), a yardstick is ${yardstick.toFixed(1)} ms`;
    console.log(`click to painted article, ${name}: ${figures}`);
    expect(median / yardstick, figures).toBeLessThan(kMaxYardsticks);
  });
}

test('what comes unasked is script, style and the core, once', async ({ page, blog }) => {
  await openAwake(page, blog);
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const sizes = names
    .map((name) => name.slice(blog.length))
    .filter((file) => /^a\/.*\.(css|js|wasm)$/.test(file))
    .map((file) => `${file.replace(/.*\./, '')} ${brotliCompressSync(readFileSync(join(folderOf('blog'), file))).length}`);
  console.log(`fetched by an idle page beside its HTML: ${sizes.join(', ')} bytes (brotli)`);
  expect(sizes.map((size) => size.replace(/ .*/, '')).sort()).toEqual(['css', 'js', 'js', 'wasm']);
});

function medianOf(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? Infinity;
}

/** Runs in the page, which is the same afterwards. */
async function fetchAndPaint(url: string): Promise<number> {
  const main = document.querySelector('main');
  if (!main) return Infinity;
  const start = performance.now();
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.responseType = 'document';
  await new Promise((loaded) => {
    request.onload = loaded;
    request.send();
  });
  const read = request.responseXML?.querySelector('main');
  if (!read) return Infinity;
  main.replaceWith(read);
  await new Promise((painted) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = painted;
      port2.postMessage('');
    });
  });
  const took = performance.now() - start;
  read.replaceWith(main);
  return took;
}

async function measured(page: Page): Promise<number[]> {
  const times = await page.evaluate(() => performance.getEntriesByName('click to paint').map(({ duration }) => duration));
  return times.map((time) => Math.round(time * 10) / 10).sort((one, other) => one - other);
}
