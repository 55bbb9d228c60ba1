// Search without a network: whole where the whole blog is saved, and honest where a part of the index is missing.
import type { Page } from '@playwright/test';
import { awaitWorker, keptPaths, saveAll, test } from './support/offline.ts';
import { expect } from './support/test.ts';

const kQuery = 'postgres';

function titles(page: Page): Promise<string[]> {
  return page.locator('#found .results li > a').allTextContents();
}

async function resultsOf(page: Page, url: string): Promise<string[]> {
  await page.goto(url);
  await expect(page.locator('#status')).toContainText('found.'); // not before the answer is the last one
  return titles(page);
}

test('a saved blog is searched as with a network', async ({ page, faulty, site }) => {
  test.slow();
  await page.goto(site);
  await awaitWorker(page);
  const url = `${site}search/?q=${kQuery}`;
  const online = await resultsOf(page, url);
  expect(online.length).toBeGreaterThan(3);
  await saveAll(page);
  await faulty.stop();
  await page.goto(url);
  await expect.poll(() => titles(page)).toEqual(online);
  await expect(page.locator('#found')).not.toContainText('could not be read');
  // Words that nobody has searched for before, in quotes, which takes positions.
  await page.goto(`${site}search/?q=${encodeURIComponent('"logical replication"')}`);
  await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(0);
  await expect(page.locator('#found')).toContainText('found.');
  await expect(page.locator('#found')).not.toContainText('could not be read');
});

test('what was searched for can be searched for again; for the rest the page says that parts are missing', async ({
  page,
  faulty,
  site,
  context,
}) => {
  await page.goto(site);
  await awaitWorker(page);
  const url = `${site}search/?q=${kQuery}`;
  const online = await resultsOf(page, url);
  await expect.poll(() => keptPaths(page)).toContainEqual(expect.stringMatching(/^s\/\w+\/t\d+\.dbs$/));
  await faulty.stop();
  await page.goto(url);
  await expect.poll(() => titles(page)).toEqual(online);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (/\/s\/\w+\/t/.test(request.url)) await cache.delete(request);
    }
  });
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache'); // where they are as well
  await page.goto(url);
  await expect(page.locator('#found')).toContainText('could not be read');
  // What the manifest knows is there.
  await expect(page.locator('#found .results li').first()).toBeVisible();
});
