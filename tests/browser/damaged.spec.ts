// One byte of one file is another than what the build has written: whoever uses the file refuses it, the reader gets the
// page all the same, and where there is less to see than there is, the page says so.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { FaultyServer } from './support/faulty_server.ts';
import { askWorker, awaitWorker, keptPaths, saveAll, test, Workshop } from './support/offline.ts';
import { addLink, documentsOf, openAwake } from './support/steps.ts';
import { expect } from './support/test.ts';

const kPosts = 60; // more than the head of the manifest lists
const kOldest = 'post/2020/2/1/';
const kView = 'views/databases/';

let workshop: Workshop;
let server: FaultyServer;

test.beforeAll(async () => {
  workshop = new Workshop();
  workshop.set({ views: [{ name: 'Databases', query: 'postgres' }] });
  for (let number = 1; number <= kPosts; ++number) {
    const date = new Date(Date.UTC(2020, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
    const text = `---\ntitle: "Entry ${number}"\ndate: ${date}\n---\n\nA lighthouse.\n`;
    writeFileSync(join(workshop.content, 'posts', `${number}.md`), text);
  }
  workshop.build();
  server = new FaultyServer({ '/x/': workshop.folder });
  await server.start();
});

test.afterAll(async () => {
  await server.stop();
  workshop.remove();
});

test.beforeEach(({ watch }) => {
  server.damage(undefined);
  watch.allow(/foreign request: http:\/\/127\.0\.0\.1|integrity|Failed to (?:fetch|load)|net::ERR|Importing|WebAssembly/);
});

/** Follows a link as if it stood on the page. */
async function follow(page: Page, path: string): Promise<void> {
  await (await addLink(page, { href: server.url(`/x/${path}`) })).click();
  await expect(page).toHaveURL(server.url(`/x/${path}`));
}

test.describe('without a worker', () => {
  test.use({ serviceWorkers: 'block' });

  const kPages: readonly (readonly [kind: string, file: RegExp, path: string, heading: string])[] = [
    ['a page of the manifest', /\/m\/\w+\.json$/, kOldest, 'Entry 1'],
    ['Markdown', /\/index\.md\?/, kOldest, 'Entry 1'],
    ['the list of a view', /\/v\/\w+\.txt$/, kView, 'Databases'],
  ];
  for (const [kind, file, path, heading] of kPages) {
    test(`${kind} is refused, and the link is followed`, async ({ page }) => {
      await openAwake(page, server.url('/x/about/'));
      const refused = server.damage(file);
      const documents = documentsOf(page);
      await follow(page, path);
      await expect(page.locator('main h1')).toHaveText(heading);
      expect(refused()).toBeGreaterThan(0);
      expect(documents).toEqual([server.url(`/x/${path}`)]);
    });
  }

  test('the core is refused, and links are followed', async ({ page }) => {
    const refused = server.damage(/\.wasm$/);
    await page.goto(server.url('/x/'));
    await expect.poll(refused).toBeGreaterThan(1);
    const documents = documentsOf(page);
    await follow(page, kOldest);
    await expect(page.locator('main h1')).toHaveText('Entry 1');
    expect(documents).toEqual([server.url(`/x/${kOldest}`)]);
  });

  const kOfIndex: readonly (readonly [kind: string, file: RegExp])[] = [
    ['the root of the index', /\/s\/\w+\.dbs$/],
    ['a shard of the index', /\/s\/\w+\/t\d+\.dbs$/],
  ];
  for (const [kind, file] of kOfIndex) {
    test(`${kind} is refused, and search says what that means`, async ({ page }) => {
      const refused = server.damage(file);
      await page.goto(server.url('/x/search/?q=lighthouse'));
      await expect(page.locator('#found')).toContainText('could not be read');
      expect(refused()).toBeGreaterThan(1);
    });
  }
});

test.describe('with a worker', () => {
  test('nothing that is damaged is kept or handed on', async ({ page }) => {
    await page.goto(server.url('/x/'));
    await awaitWorker(page);
    const { entries = [] } = await askWorker(page, { what: 'list', path: '', reach: 'network' });
    const shard = entries.find(({ path }) => /\/t\d+\.dbs$/.test(path))?.path ?? '';
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    const head = await page.evaluate(async (url) => (await fetch(url)).json() as Promise<unknown>, server.url('/x/posts.json'));
    const text = JSON.stringify(head);
    const find = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
    const files = {
      'a page of the manifest': find(/"(m\/\w+\.json)"/),
      'the root of the index': find(/"(s\/\w+\.dbs)"/),
      'the list of a view': find(/"(v\/\w+\.txt)"/),
      'a shard of the index': shard,
      'the core': find(/"core":"(a\/\w+\.wasm)"/),
      'a part of the script': find(/"code":"(a\/\w+\.js)"/),
      'the style': find(/"style":"(a\/\w+\.css)"/),
    };
    server.damage(/./);
    for (const [kind, file] of Object.entries(files)) {
      expect(file, kind).not.toBe('');
      const before = await keptPaths(page);
      const answer = await page.evaluate(
        async (url) => fetch(url, { cache: 'reload' }).then(({ status }) => status, () => 'refused'),
        server.url(`/x/${file}`),
      );
      expect(answer, kind).toBe('refused');
      expect(await keptPaths(page), kind).toEqual(before);
    }
    const { failure } = await askWorker(page, { what: 'keep', path: kOldest });
    expect(failure).toBe('no network');
    expect((await keptPaths(page)).filter((path) => path.startsWith('post/'))).toEqual([]);
  });

  test('what is damaged on the device is thrown away, and the page comes from the host', async ({ page }) => {
    test.slow();
    await page.goto(server.url('/x/'));
    await awaitWorker(page);
    await saveAll(page);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (/posts\.json$|\.daybook/.test(request.url)) continue;
          const response = await cache.match(request);
          const bytes = new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer());
          bytes[20] = (bytes[20] ?? 0) ^ 1;
          await cache.put(request, new Response(bytes, { headers: response?.headers ?? {} }));
        }
      }
    });
    for (const [path, heading] of [[kOldest, 'Entry 1'], [kView, 'Databases']] as const) {
      await page.goto(server.url(`/x/about/`));
      await follow(page, path);
      await expect(page.locator('main h1')).toHaveText(heading);
    }
  });
});
