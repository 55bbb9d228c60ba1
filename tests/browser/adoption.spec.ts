// The page that the server sent is the page: script adopts it and draws nothing again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { post } from './support/pages.ts';
import { engineFile, openAwake, requestsOf } from './support/steps.ts';
import { folderOf } from './support/served.ts';
import { expect, test } from './support/test.ts';

const kFirstPost = '#entries a[href*="post/"]';
const kPages: Record<string, () => string> = {
  index: () => '',
  post: () => post(0),
  tags: () => 'tags/',
  about: () => 'about/',
};
const kMaxScript = 6 * 1024; // bytes, brotli

declare global {
  interface Window {
    changes: string[];
  }
}

for (const [name, path] of Object.entries(kPages)) {
  test(`nothing in the page changes when the core comes: ${name}`, async ({ page, blog }) => {
    await page.addInitScript(() => {
      window.changes = [];
      // The parser is done at this moment, and no script has run.
      document.addEventListener('readystatechange', () => {
        if (document.readyState !== 'interactive') return;
        const observer = new MutationObserver((records) => {
          for (const { type, target, addedNodes, removedNodes } of records) {
            // The icon's address becomes absolute; that is no change to the page. Nor is what script adds to it: the
            // browser's colour, buttons, and the frames that code is put into for the sake of one.
            const isIcon = target instanceof HTMLLinkElement && target.rel === 'icon';
            const isOurs = (node: Node): boolean =>
              node instanceof Element && node.matches('meta[name=theme-color], button, div.code, div.code > pre');
            const isAddition =
              isOurs(target) || (type === 'childList' && [...addedNodes, ...removedNodes].every(isOurs));
            if (!isIcon && !isAddition) window.changes.push(`${type} in ${target.nodeName}`);
          }
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      });
    });
    await openAwake(page, blog + path());
    expect(await page.evaluate(() => window.changes)).toEqual([]);
  });
}

test('the core comes after the page has loaded, once', async ({ page, blog }) => {
  const cores = requestsOf(page, (request) => request.url().endsWith('.wasm'));
  await openAwake(page, blog);
  expect(cores).toHaveLength(1);
  const [loaded, asked] = await page.evaluate(() => [
    performance.getEntriesByType('navigation').map((entry) => (entry as PerformanceNavigationTiming).loadEventStart)[0],
    performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('.wasm'))?.startTime,
  ]);
  expect(asked).toBeGreaterThanOrEqual(loaded ?? Infinity);
});

test('the first intent brings the core before the page has loaded', async ({ page, blog }) => {
  let finish = (): void => {};
  const held = new Promise<void>((resolve) => (finish = resolve));
  await page.route('**/held.png', async (route) => {
    await held;
    await route.abort();
  });
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const image = document.createElement('img');
      image.src = 'held.png';
      document.body.append(image);
    });
  });
  const core = page.waitForRequest(/\.wasm$/);
  await page.goto(blog, { waitUntil: 'domcontentloaded' });
  await page.keyboard.press('Tab');
  await core;
  expect(await page.evaluate(() => document.readyState)).toBe('interactive');
  finish();
});

test.describe('on Save-Data', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
  });

  test('neither idleness nor intent brings anything, the filter does', async ({ page, blog }) => {
    const fetches = requestsOf(page, (request) => request.resourceType() === 'fetch');
    await page.goto(blog);
    await page.locator(kFirstPost).first().hover();
    await page.locator(kFirstPost).first().focus();
    await page.keyboard.press('Shift');
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle, { timeout: 2000 })));
    expect(fetches).toEqual([]);
    const core = page.waitForRequest(/\.wasm$/);
    await page.locator('#query').focus();
    await core;
  });

  test('a click loads the document, which is smaller than the core', async ({ page, blog }) => {
    const fetches = requestsOf(page, (request) => request.resourceType() === 'fetch');
    await page.goto(blog);
    const loaded = page.waitForEvent('load');
    await page.locator(kFirstPost).first().click();
    await loaded;
    await expect(page.locator('article h1')).toBeVisible();
    expect(fetches).toEqual([]);
  });
});

test('the script of every page keeps to its budget', async ({ page, blog }) => {
  const scripts = requestsOf(page, (request) => request.resourceType() === 'script');
  await openAwake(page, blog);
  // The service worker's part comes when all else is done.
  const first = scripts.filter((url) => url !== blog + engineFile('offline'));
  const files = first.map((url) => readFileSync(join(folderOf('blog'), url.slice(blog.length))));
  const total = files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
  console.log(`script of every page: ${total} bytes brotli`);
  expect(total).toBeLessThanOrEqual(kMaxScript);
});
