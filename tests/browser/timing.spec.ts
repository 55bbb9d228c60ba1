// How long a click takes to become an article, and what the core costs that comes unasked. Figures for the record; the
// only bound is one that a broken way would miss.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { allPosts, headingOf } from './support/pages.ts';
import { folderOf } from './support/served.ts';
import { linkTo, openAwake } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const kClicks = 9;
const kMaxMedian = 600; // ms

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
    }
    const times = await measured(page);
    expect(times).toHaveLength(kClicks);
    const median = times[Math.floor(times.length / 2)] ?? Infinity;
    const [least = 0, most = 0] = [times[0], times.at(-1)];
    console.log(`click to painted article, ${name}: median ${median} ms (${least} to ${most})`);
    expect(median).toBeLessThan(kMaxMedian);
  });
}

test('what comes unasked is script, its part for offline, style and the core, once', async ({ page, blog }) => {
  await openAwake(page, blog);
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const sizes = names
    .map((name) => name.slice(blog.length))
    .filter((file) => /^a\/.*\.(css|js|wasm)$/.test(file))
    .map((file) => `${file.replace(/.*\./, '')} ${brotliCompressSync(readFileSync(join(folderOf('blog'), file))).length}`);
  console.log(`fetched by an idle page beside its HTML: ${sizes.join(', ')} bytes (brotli)`);
  expect(sizes.map((size) => size.replace(/ .*/, '')).sort()).toEqual(['css', 'js', 'js', 'js', 'wasm']);
});

async function measured(page: Page): Promise<number[]> {
  const times = await page.evaluate(() => performance.getEntriesByName('click to paint').map(({ duration }) => duration));
  return times.map((time) => Math.round(time * 10) / 10).sort((one, other) => one - other);
}
