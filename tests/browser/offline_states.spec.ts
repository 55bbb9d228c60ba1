// The states that a service worker gets into: each part of it missing, wrong, late or of another version.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { headingOf, post } from './support/pages.ts';
import { askWorker, awaitWorker, keptPaths, saveAll, serveBuilt, stores, test } from './support/offline.ts';
import { folderOf } from './support/served.ts';
import { expect } from './support/test.ts';

const kDraft = '2025-10-27-diwali.md';

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await awaitWorker(page);
}

test('what was read can be read again; what was not says so', async ({ page, faulty, site }) => {
  await open(page, site);
  await page.goto(site + post(0));
  await expect.poll(() => keptPaths(page)).toContainEqual(expect.stringContaining(`${post(0)}index.md?h=`));
  await faulty.stop();
  await page.goto(site + post(0));
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  await expect(page.locator('.offline-note')).toContainText('Saved copy, synced on');
  await expect(page.locator('#status')).toContainText('Saved copy');
  const response = await page.goto(site + post(5));
  expect(response?.status()).toBe(503);
  await expect(page.locator('main h1')).toHaveText('Not kept');
  await page.locator('main').getByRole('link', { name: 'Offline' }).click();
  await expect(page.locator('#offline')).toContainText(headingOf(post(0)));
  await expect(page.locator('#offline')).toContainText('Last synced');
});

test('lists that were never visited are there, from the manifest alone', async ({ page, faulty, site }) => {
  await open(page, site);
  await faulty.stop();
  for (const path of ['', 'archives/', 'tags/', 'tags/postgresql/', 'archives/2025/', 'offline/']) {
    expect((await page.goto(site + path))?.status(), path).toBe(200);
  }
  expect((await page.goto(`${site}no/such/page/`))?.status()).toBe(404);
});

test('a post is saved, read without a network, and removed', async ({ page, faulty, site }) => {
  await open(page, site + post(0));
  await page.getByRole('button', { name: /^Save for offline \(.*kB\)$/ }).click();
  await expect(page.locator('.keep')).toContainText('Saved for offline');
  await faulty.stop();
  await page.reload();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('button', { name: /^Save for offline/ })).toBeVisible();
  expect((await keptPaths(page)).filter((path) => path.startsWith('post/'))).toEqual([]);
});

test('the blog is saved, and its images are there', async ({ page, faulty, site }) => {
  test.slow();
  await open(page, `${site}offline/`);
  await page.getByRole('button', { name: /^Save for offline/ }).click();
  await expect(page.locator('.keep').first()).toContainText('Saved for offline', { timeout: 30_000 });
  await faulty.stop();
  const folder = folderOf('blog');
  const withImage = readdirSync(join(folder, 'post'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .find((file) => readFileSync(join(folder, 'post', file), 'utf8').includes('<img '));
  await page.goto(`${site}post/${(withImage ?? '').replace('index.html', '')}`);
  const image = page.locator('main img').first();
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
  await page.goto(`${site}offline/`);
  await page.getByRole('button', { name: 'Remove everything' }).click();
  await expect(page.getByRole('button', { name: 'Remove everything' })).toBeHidden();
  expect((await keptPaths(page)).filter((path) => path.startsWith('post/'))).toEqual([]);
});

test('saving goes on after the worker was stopped and the page closed', async ({ page, faulty, site, context }) => {
  test.slow();
  await open(page, `${site}offline/`);
  let sources = 0;
  faulty.fault = (path, _request, response) => {
    if (!path.includes('index.md')) return false;
    if (++sources <= 10) return false;
    response.destroy();
    return true;
  };
  await page.getByRole('button', { name: /^Save for offline/ }).click();
  await expect(page.locator('.keep').first()).toContainText('There is no network.');
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  faulty.fault = () => false;
  faulty.forget();
  await page.close();
  const next = await context.newPage();
  await open(next, `${site}about/`);
  await expect
    .poll(async () => (await askWorker(next, { what: 'saves' })).saves, { timeout: 30_000 })
    .toEqual([{ path: '', state: 'complete' }]);
  expect(faulty.requests.filter((path) => path.includes('index.md')).length).toBeLessThan(30);
});

test.describe('a network that lies', () => {
  test.beforeEach(async ({ page, site }) => {
    await open(page, site);
    await saveAll(page);
  });

  test('a hanging socket: the copy comes after three seconds', async ({ page, faulty, site }) => {
    faulty.fault = () => true;
    const start = Date.now();
    await page.goto(site + post(3));
    await expect(page.locator('main h1')).toHaveText(headingOf(post(3)));
    expect(Date.now() - start).toBeLessThan(10_000);
  });

  test('an error of the host: the copy comes', async ({ page, faulty, site }) => {
    faulty.fault = (_path, _request, response) => {
      response.writeHead(500).end('broken');
      return true;
    };
    expect((await page.goto(site + post(3)))?.status()).toBe(200);
    await expect(page.locator('main h1')).toHaveText(headingOf(post(3)));
  });

  test('front pages, halves and other bytes in the place of files change nothing', async ({ page, faulty, site }) => {
    const before = await keptPaths(page);
    const lies: Record<string, (path: string) => { type: string; body: Buffer }> = {
      'the front page for everything': () => ({ type: 'text/html', body: readFileSync(join(folderOf('blog'), 'index.html')) }),
      'half of everything': (path) => {
        const file = readFileSync(join(folderOf('blog'), path.replace(/^\/x\/|\?.*$/g, '').replace(/(^|\/)$/, '$1index.html')));
        return { type: 'application/json', body: file.subarray(0, file.length / 2) };
      },
      'another blog': () => ({ type: 'application/json', body: Buffer.from('{"version":1,"title":"no","items":3}') }),
    };
    for (const [name, lie] of Object.entries(lies)) {
      faulty.fault = (path, _request, response) => {
        const { type, body } = lie(path);
        response.writeHead(200, { 'content-type': type }).end(body);
        return true;
      };
      const head = await page.evaluate(async (url) => (await fetch(url)).text(), `${site}posts.json`);
      if (name !== 'another blog') expect(head, name).toBe(readFileSync(join(folderOf('blog'), 'posts.json'), 'utf8'));
      const source = `${post(1)}index.md?h=AAAAAAAAAAAAAAAA`;
      const got = await page.evaluate((url) => fetch(url).then(({ status }) => status, () => 'refused'), site + source);
      expect(got, name).toBe('refused');
      expect(await keptPaths(page), name).toEqual(before);
    }
    await faulty.stop();
    await page.goto(site + post(3));
    await expect(page.locator('main h1')).toHaveText(headingOf(post(3)));
  });
});

test('without room it says so, and the page stays', async ({ page, site, context }) => {
  await open(page, `${site}offline/`);
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site).origin, quotaSize: 1 });
  await page.getByRole('button', { name: /^Save for offline/ }).click();
  await expect(page.locator('.keep').first()).toContainText('no room');
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site).origin });
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.locator('.keep').first()).toContainText('Saved for offline', { timeout: 30_000 });
});

test('stores that are gone while the worker stays are filled again', async ({ page, faulty, site }) => {
  await open(page, site);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.goto(`${site}about/`);
  await expect(page.locator('main h1')).toHaveText(headingOf('about/'));
  await expect.poll(() => keptPaths(page)).toContain('posts.json');
  await expect.poll(() => keptPaths(page)).toContainEqual(expect.stringMatching(/\.wasm$/));
  await faulty.stop();
  expect((await page.goto(site))?.status()).toBe(200);
});

test('an install that is cut off goes on where it was', async ({ page, faulty, site }) => {
  faulty.fault = (path, _request, response) => {
    if (!path.endsWith('posts.json')) return false;
    response.writeHead(500).end();
    return true;
  };
  await page.goto(site);
  await expect.poll(() => keptPaths(page)).toContainEqual(expect.stringMatching(/\.wasm$/));
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  faulty.fault = () => false;
  faulty.forget();
  await open(page, site);
  expect(await keptPaths(page)).toContain('posts.json');
  expect(faulty.requests.filter((path) => path.includes('.wasm')).length).toBe(0);
});

test('a core that traps in the worker is replaced, and where that is no help the network answers', async ({ page, faulty, site }) => {
  faulty.fault = (path, _request, response) => {
    if (!path.endsWith('/sw.js')) return false;
    const worker = readFileSync(join(folderOf('blog'), 'sw.js'), 'utf8');
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(`(${trapping.toString()})();\n${worker}`);
    return true;
  };
  await open(page, site);
  await saveAll(page);
  await faulty.stop();
  const traps = async (count: number): Promise<void> => {
    await page.evaluate(async (left) => (await navigator.serviceWorker.ready).active?.postMessage({ traps: left }), count);
  };
  await traps(1);
  expect((await page.goto(site + post(0)))?.status()).toBe(200);
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  await faulty.start();
  await traps(Infinity);
  expect((await page.goto(site + post(1)))?.status()).toBe(200);
  await expect(page.locator('main h1')).toHaveText(headingOf(post(1)));
  await traps(0);
  await faulty.stop();
  expect((await page.goto(site + post(2)))?.status()).toBe(200);
});

/** Runs in the worker, before its own script: the core's own code becomes the trap that a bug in it would be. */
function trapping(): void {
  let left = 0;
  addEventListener('message', ({ data }: MessageEvent<{ readonly traps?: number }>) => {
    left = data.traps ?? left;
  });
  const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (
    module: WebAssembly.Module,
    imports?: WebAssembly.Imports,
  ) => Promise<WebAssembly.Instance>;
  Reflect.set(WebAssembly, 'instantiate', async (module: WebAssembly.Module, imports?: WebAssembly.Imports) => {
    const { exports } = await instantiate(module, imports);
    const { daybook_ask: ask, ...rest } = exports as { daybook_ask: (...values: unknown[]) => unknown };
    const mayTrap = (...values: unknown[]): unknown => {
      if (left-- > 0) throw new WebAssembly.RuntimeError('unreachable');
      return ask(...values);
    };
    return { exports: { ...rest, daybook_ask: mayTrap } };
  });
}

test('two sites on one host do not meet', async ({ page, faulty }) => {
  const folder = folderOf('blog');
  faulty.serve({ '/': folder, '/x/': folder });
  await open(page, faulty.url('/'));
  await open(page, faulty.url('/x/'));
  // Until its own has come, the worker of the site above serves it.
  await page.waitForFunction((url) => navigator.serviceWorker.controller?.scriptURL === url, faulty.url('/x/sw.js'));
  await askWorker(page, { what: 'keep', path: post(0) });
  const names = await stores(page);
  expect(names.filter((name) => name.startsWith('daybook / '))).not.toEqual([]);
  expect(names.filter((name) => name.startsWith('daybook /x/ '))).not.toEqual([]);
  await faulty.stop();
  expect((await page.goto(faulty.url(`/x/${post(0)}`)))?.status()).toBe(200);
  expect((await page.goto(faulty.url(`/${post(0)}`)))?.status()).toBe(503);
});

test('one changed post costs the head, the post, and what is new of the index', async ({ page, faulty, workshop }) => {
  test.slow();
  const site = serveBuilt(workshop, faulty);
  await open(page, site);
  await saveAll(page);
  workshop.addTo(kDraft, 'A sentence more.');
  workshop.build();
  faulty.forget();
  await page.evaluate((url) => fetch(url, { cache: 'no-cache' }), `${site}posts.json`);
  await expect.poll(() => faulty.requests.filter((path) => !path.startsWith('/x/s/')).length).toBe(2);
  expect(faulty.requests[0]).toBe('/x/posts.json');
  expect(faulty.requests.filter((path) => /diwali\/index\.md\?h=/.test(path))).toHaveLength(1);
  await expect
    .poll(async () => (await keptPaths(page)).filter((path) => path.includes('diwali/index.md')).length)
    .toBe(1);
  expect(faulty.requests.filter((path) => path.startsWith('/x/s/')).length).toBeLessThanOrEqual(5);
  const folders = readdirSync(join(workshop.folder, 's')).map((name) => `s/${name}`);
  const ofIndex = (await keptPaths(page)).filter((path) => path.startsWith('s/'));
  expect(ofIndex.filter((path) => !folders.some((folder) => path.startsWith(folder)))).toEqual([]);
  await faulty.stop();
  const path = (await keptPaths(page)).find((kept) => kept.includes('diwali/index.md'))?.replace(/index\.md.*/, '');
  await page.goto(site + (path ?? ''));
  await expect(page.locator('main')).toContainText('A sentence more.');
});

test('an open page learns of a newer version of itself', async ({ page, faulty, workshop }) => {
  test.slow();
  const site = serveBuilt(workshop, faulty);
  const path = readdirSync(join(workshop.folder, 'post'), { recursive: true, encoding: 'utf8' })
    .find((file) => file.endsWith('diwali/index.html'))
    ?.replace('index.html', '');
  await open(page, `${site}post/${path ?? ''}`);
  await expect(page.locator('.keep')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.waitForTimeout(300);
  await expect(page.locator('.offline-note')).toHaveCount(0);
  workshop.addTo(kDraft, 'A sentence more.');
  workshop.build();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.locator('.offline-note')).toContainText('newer version');
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.locator('main')).toContainText('A sentence more.');
  await expect(page.locator('.offline-note')).toHaveCount(0);
});

test('a new engine follows the old one, whose open pages keep their parts, and back', async ({ page, faulty, workshop, context }) => {
  test.setTimeout(240_000);
  const site = serveBuilt(workshop, faulty);
  await open(page, site);
  await page.goto(`${site}about/`);
  const part = /"a\/(\w+\.js)"/.exec(readFileSync(join(workshop.folder, 'sw.js'), 'utf8'))?.[1] ?? '';
  await expect.poll(() => keptPaths(page)).toContain(`a/${part}`);
  const before = (await stores(page)).filter((name) => name.includes('engine'));

  workshop.build(workshop.otherEngine());
  const other = await context.newPage();
  await other.goto(site);
  await expect.poll(async () => (await stores(other)).filter((name) => name.includes('engine')).length).toBe(2);
  // Two pages are open: the new worker waits, and the old page finds what it came with.
  await other.waitForTimeout(500);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe('installed');
  const status = await page.evaluate(async (url) => (await fetch(url)).status, `${site}a/${part}`);
  expect(status).toBe(200);
  await page.close();
  await other.goto(`${site}tags/`);
  // The old worker first finishes what it is doing.
  await expect
    .poll(() => other.evaluate(async () => (await navigator.serviceWorker.ready).waiting === null), { timeout: 120_000 })
    .toBe(true);
  await other.goto(`${site}about/`);
  await expect
    .poll(async () => (await stores(other)).filter((name) => name.includes('engine')), { timeout: 45_000 })
    .not.toEqual(expect.arrayContaining(before));

  workshop.build();
  await other.goto(site);
  await other.goto(`${site}about/`);
  await expect
    .poll(async () => (await stores(other)).filter((name) => name.includes('engine')), { timeout: 45_000 })
    .toEqual(expect.arrayContaining(before));
  await faulty.stop();
  expect((await other.goto(site))?.status()).toBe(200);
});

test('half an upload, a head of another engine, leaves the old copy whole', async ({ page, faulty, workshop }) => {
  test.slow();
  const site = serveBuilt(workshop, faulty);
  await open(page, site);
  await saveAll(page);
  const oldIndex = readFileSync(join(workshop.folder, 'index.html'), 'utf8');
  const oldWorker = readFileSync(join(workshop.folder, 'sw.js'));
  workshop.build(workshop.otherEngine());
  faulty.fault = (path, _request, response) => {
    if (!path.endsWith('/sw.js')) return false;
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(oldWorker);
    return true;
  };
  await page.evaluate((url) => fetch(url, { cache: 'no-cache' }), `${site}posts.json`);
  await page.waitForTimeout(500);
  await faulty.stop();
  expect(await page.evaluate(async (url) => (await fetch(url)).text(), site)).toBe(oldIndex);
});

test('a poisoned worker goes with the one that takes leave', async ({ page, faulty, workshop, watch }) => {
  test.slow();
  watch.allow(/poison/);
  workshop.set({ offline: false });
  const site = serveBuilt(workshop, faulty);
  const poison = `addEventListener('install', (e) => e.waitUntil(caches.open('daybook /x/ content').then(() => skipWaiting())));
    addEventListener('activate', (e) => e.waitUntil(clients.claim()));
    addEventListener('fetch', (e) => e.respondWith(new Response('<h1>poison</h1>', {headers: {'content-type': 'text/html'}})));`;
  faulty.fault = (path, _request, response) => {
    if (path.endsWith('/sw.js')) response.writeHead(200, { 'content-type': 'text/javascript' }).end(poison);
    else if (path.endsWith('/start')) {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<script>navigator.serviceWorker.register('sw.js')</script>`);
    } else return false;
    return true;
  };
  await page.goto(`${site}start`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto(site);
  await expect(page.locator('h1')).toHaveText('poison');
  faulty.fault = () => false;
  await page.goto(site);
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
  await page.goto(`${site}about/`);
  await expect(page.locator('main h1')).toHaveText(headingOf('about/'));
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await stores(page)).toEqual([]);
});

test('a site that does without is left by its worker', async ({ page, faulty, workshop }) => {
  test.slow();
  const site = serveBuilt(workshop, faulty);
  await open(page, site);
  const worker = readFileSync(join(workshop.folder, 'sw.js'));
  workshop.set({ offline: false });
  workshop.build();
  // A host that has not followed with the worker.
  faulty.fault = (path, _request, response) => {
    if (!path.endsWith('/sw.js')) return false;
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(worker);
    return true;
  };
  await page.goto(site);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  await expect.poll(() => stores(page)).toEqual([]);
});

test('a part of a kept file is a part', async ({ page, faulty, site }) => {
  await open(page, site);
  await saveAll(page);
  const image = (await keptPaths(page)).find((path) => path.endsWith('.svg') && !path.startsWith('a/')) ?? '';
  await faulty.stop();
  const part = await page.evaluate(async (url) => {
    const response = await fetch(url, { headers: { range: 'bytes=2-5' } });
    return [response.status, response.headers.get('content-range'), (await response.text()).length];
  }, site + image);
  expect(part).toEqual([206, expect.stringMatching(/^bytes 2-5\/\d+$/), 4]);
});
