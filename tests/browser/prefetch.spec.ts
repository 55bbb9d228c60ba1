// What the next page takes is fetched when the reader turns to its link.
import { headingOf, post } from './support/pages.ts';
import { linkTo, openAwake, requestsOf, stopClock } from './support/steps.ts';
import { expect, test } from './support/test.ts';

test('turning to a link fetches its Markdown once, and the click nothing more', async ({ page, blog }) => {
  await openAwake(page, blog);
  const sources = requestsOf(page, (request) => request.url().includes('index.md'));
  const arrived = page.waitForResponse(/index\.md/);
  await linkTo(page, post(0)).hover();
  await (await arrived).finished();
  await linkTo(page, post(1)).hover();
  await linkTo(page, post(0)).focus();
  await linkTo(page, post(0)).click();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  expect(sources.filter((url) => url.includes(post(0)))).toHaveLength(1);
});

test('focus counts as turning to a link', async ({ page, blog }) => {
  await openAwake(page, blog);
  const request = page.waitForRequest(/index\.md/);
  await linkTo(page, post(4)).focus();
  expect((await request).url()).toContain(post(4));
});

test('a pointer that only passes fetches nothing', async ({ page, blog }) => {
  await openAwake(page, blog);
  await stopClock(page);
  const sources = requestsOf(page, (request) => request.url().includes('index.md'));
  await linkTo(page, post(0)).hover();
  await page.clock.runFor(40);
  await page.locator('.site-footer').hover();
  await page.clock.runFor(1000);
  expect(sources).toEqual([]);
});
