// The example of a blog without a build, as scripts/engine lays it out.
import { documentsOf, expectStyle, scrolledTo } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const kNewest = 'posts/where-it-can-live/';
const kTitle = 'Where it can live';

test('the front page is drawn from the list', { tag: '@everywhere' }, async ({ page, standalone }) => {
  await page.goto(standalone);
  await expect(page.locator('#entries a[href*="posts/"]')).toHaveCount(3);
  await expect(page).toHaveTitle(/The loose-leaf book/);
});

test('one can go through it', { tag: '@everywhere' }, async ({ page, standalone }) => {
  await page.goto(standalone);
  const documents = documentsOf(page);
  await page.getByRole('link', { name: 'A post is a file' }).click();
  await expect(page).toHaveURL(`${standalone}posts/a-post-is-a-file/`);
  await expect(page.locator('article table')).toBeVisible();
  await page.getByRole('link', { name: 'links to other posts' }).click();
  await expect(page.locator('main h1')).toHaveText('The list is the blog');
  await page.goBack();
  await expect(page.locator('main h1')).toHaveText('A post is a file');
  await page.goBack();
  await expect(page.locator('#entries')).toBeVisible();
  expect(documents).toEqual([]);
});

test('the filter works', { tag: '@everywhere' }, async ({ page, standalone }) => {
  await page.goto(standalone);
  await page.locator('#query').pressSequentially('feed');
  await expect(page.locator('#entries a[href*="posts/"]')).toHaveCount(1);
  await expect(page).toHaveURL(`${standalone}?q=feed`);
  await page.reload();
  await expect(page.locator('#query')).toHaveValue('feed');
  await expect(page.locator('#entries a[href*="posts/"]')).toHaveCount(1);
});

test('an address of a post is drawn by 404.html', { tag: '@404' }, async ({ page, standalone, watch }) => {
  watch.allow(/404/);
  await page.goto(standalone + kNewest);
  await expect(page.locator('main h1')).toHaveText(kTitle);
  await expect(page).toHaveTitle(new RegExp(kTitle));
  await expectStyle(page);
  const documents = documentsOf(page);
  await page.locator('.site-header a').first().click();
  await expect(page).toHaveURL(standalone);
  await expect(page.locator('#entries a[href*="posts/"]')).toHaveCount(3);
  await page.goBack();
  await expect(page.locator('main h1')).toHaveText(kTitle);
  expect(documents).toEqual([]);
});

test('an address of a place on a post leads there', { tag: '@404' }, async ({ page, standalone, watch }) => {
  watch.allow(/404/);
  await page.setViewportSize({ width: 600, height: 300 });
  await page.goto(`${standalone}posts/the-list-is-the-blog/#it-can-be-checked`);
  await expect(page.locator('#it-can-be-checked')).toBeInViewport();
  expect(await scrolledTo(page)).toBeGreaterThan(0);
});

test('an address that leads nowhere says so', { tag: '@404' }, async ({ page, standalone, watch }) => {
  watch.allow(/404/);
  await page.goto(`${standalone}posts/nowhere/`);
  await expect(page.locator('html')).toHaveAttribute('data-page', 'not-found');
  await page.locator('main a, header a').first().click();
  await expect(page.locator('#entries a[href*="posts/"]')).toHaveCount(3);
});

test('a list that cannot be read is explained in the page', async ({ page, standalone }) => {
  await page.route(/posts\.json$/, (route) => route.fulfill({ body: '{"title": "x",}', contentType: 'application/json' }));
  await page.goto(standalone);
  await expect(page.locator('main')).toContainText('posts.json:1:15');
});

test('without WebAssembly it says why it is empty', async ({ page, standalone }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
  });
  await page.goto(standalone);
  await expect(page.locator('main')).toContainText('WebAssembly');
});
