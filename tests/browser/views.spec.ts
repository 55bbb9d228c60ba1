// Saved views: queries that the author has made pages of.
import type { Page } from '@playwright/test';
import { pagesThatDiffer } from './support/drawn_here.ts';
import { allPages } from './support/pages.ts';
import { note, results } from './support/search.ts';
import { addLink, documentsOf, openAwake } from './support/steps.ts';
import { expect, test } from './support/test.ts';
import { kViews } from './support/views.ts';

test.skip(({ server }) => server !== 'nginx');

/** The posts that links lead to, by their site paths. */
async function listed(page: Page, links: string, site: string): Promise<string[]> {
  const urls = await page.locator(links).evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return urls.map((url) => url.slice(site.length).replace(/#.*/, ''));
}

function pathOf(name: string): string {
  return `views/${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}/`;
}

test('what the core draws has the bytes of the files', async ({ page, views }) => {
  const paths = allPages('views').filter((path) => path.startsWith('views/'));
  expect(paths).toHaveLength(kViews.length);
  expect(await pagesThatDiffer(page, views, paths)).toEqual([]);
});

for (const { name, query } of kViews) {
  test(`«${name}» lists what search finds`, async ({ page, views }) => {
    await page.goto(views + pathOf(name));
    await expect(page.locator('main h1')).toHaveText(name);
    const posts = await listed(page, '.entry-title a', views);
    expect(posts.length).toBeGreaterThan(1);
    await page.locator('main a', { hasText: query }).click();
    await expect(note(page)).toHaveText(`${posts.length} entries found.`);
    while ((await results(page).count()) < posts.length) {
      const shown = await results(page).count();
      await page.locator('.more').click();
      await expect(results(page)).not.toHaveCount(shown);
    }
    // A view is a list by date; search has the best first, unless the query names an order.
    const found = await listed(page, '.results a', views);
    if (query.includes('sort:')) expect(found).toEqual(posts);
    else expect(found.sort()).toEqual(posts.sort());
  });
}

test('a view is drawn without loading a document, and has a feed', async ({ page, views }) => {
  await openAwake(page, views);
  const [{ name }] = kViews;
  const documents = documentsOf(page);
  await (await addLink(page, { href: pathOf(name) })).click();
  await expect(page.locator('main h1')).toHaveText(name);
  const feed = await page.locator('link[rel=alternate][type="application/atom+xml"]').last().evaluate((link) => (link as HTMLLinkElement).href);
  expect(feed).toBe(`${views}${pathOf(name)}atom.xml`);
  expect((await page.request.get(feed)).status()).toBe(200);
  expect(documents).toEqual([]);
});
