// The tags, years and orders of the index: links without script, a filter with it.
import type { Locator, Page } from '@playwright/test';
import { documentsOf, engineFile, hold, openAwake, scrolledTo } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const kTag = 'postgresql';
const kOtherTag = 'performance';

function choice(page: Page, name: string): Locator {
  return page.locator('#entries .choices a').filter({ hasText: new RegExp(`^${name}( \\d+)?$`) });
}

function order(page: Page, name: string): Locator {
  return page.locator('#entries .orders a').filter({ hasText: name });
}

function entries(page: Page): Locator {
  return page.locator('#entries .entry-title a');
}

async function listed(page: Page): Promise<string[]> {
  return entries(page).allInnerTexts();
}

/** The number beside a choice. */
async function countOf(page: Page, name: string): Promise<number> {
  return Number(await choice(page, name).locator('span').innerText());
}

/** Chooses, and expects what the choice has promised. */
async function choose(page: Page, name: string): Promise<void> {
  const count = await countOf(page, name);
  await choice(page, name).click();
  await expect(choice(page, name)).toHaveAttribute('aria-current', 'true');
  await expect(entries(page)).toHaveCount(count);
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a tag and a year lead to their pages', { tag: '@everywhere' }, async ({ page, blog }) => {
    await page.goto(blog);
    const count = await countOf(page, kTag);
    await choice(page, kTag).click();
    await expect(page).toHaveURL(`${blog}tags/${kTag}/`);
    await expect(page.locator('.entry')).toHaveCount(count);
    await page.goBack();
    await choice(page, '2025').click();
    await expect(page).toHaveURL(`${blog}archives/2025/`);
    await page.goBack();
    await page.locator('.choices .more').first().click();
    await expect(page).toHaveURL(`${blog}tags/`);
  });
});

test('a tag narrows the list in place, and goes when it is chosen again', { tag: '@everywhere' }, async ({ page, blog }) => {
  await openAwake(page, blog);
  const documents = documentsOf(page);
  const all = await listed(page);
  await choose(page, kTag);
  await expect(page).toHaveURL(`${blog}?tag=${kTag}`);
  await choice(page, kTag).click();
  await expect(page).toHaveURL(blog);
  await expect.poll(() => listed(page)).toEqual(all);
  expect(documents).toEqual([]);
});

test('tags, a year and words narrow together', async ({ page, blog }) => {
  await openAwake(page, blog);
  await choose(page, kTag);
  await choose(page, kOtherTag);
  await expect(page).toHaveURL(`${blog}?tag=${kTag}&tag=${kOtherTag}`);
  await choose(page, '2025');
  await choose(page, '2024');
  await expect(page).toHaveURL(`${blog}?tag=${kTag}&tag=${kOtherTag}&year=2024`);
  await page.locator('#query').pressSequentially('aurora');
  await expect(entries(page)).toHaveCount(1);
  await expect(page).toHaveURL(`${blog}?tag=${kTag}&tag=${kOtherTag}&year=2024&q=aurora`);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${blog}?tag=${kTag}&tag=${kOtherTag}&year=2024`);
});

test('Back takes a choice back, and restores list and position', async ({ page, blog }) => {
  await page.setViewportSize({ width: 800, height: 400 });
  await openAwake(page, blog);
  const documents = documentsOf(page);
  await page.locator('#query').pressSequentially('postgres');
  await expect(page).toHaveURL(`${blog}?q=postgres`);
  await expect(page.locator('#entries mark').first()).toBeVisible();
  const found = await listed(page);
  await page.evaluate(() => {
    scrollTo({ top: 150, behavior: 'instant' });
  });
  await expect.poll(() => scrolledTo(page)).toBe(150);
  await choice(page, '2025').evaluate((link) => {
    (link as HTMLAnchorElement).click();
  });
  await expect(page).toHaveURL(`${blog}?q=postgres&year=2025`);
  await expect.poll(() => listed(page)).not.toEqual(found);
  await page.goBack();
  await expect(page).toHaveURL(`${blog}?q=postgres`);
  await expect.poll(() => listed(page)).toEqual(found);
  await expect(page.locator('#query')).toHaveValue('postgres');
  await expect.poll(() => scrolledTo(page)).toBe(150);
  await page.goForward();
  await expect(choice(page, '2025')).toHaveAttribute('aria-current', 'true');
  expect(documents).toEqual([]);
});

test('a choice keeps the focus, and says what it has left', async ({ page, blog }) => {
  await openAwake(page, blog);
  const count = await countOf(page, kTag);
  await choice(page, kTag).focus();
  await page.keyboard.press('Enter');
  await expect(choice(page, kTag)).toHaveAttribute('aria-current', 'true');
  await expect(choice(page, kTag)).toBeFocused();
  await expect(page.locator('#status')).toContainText(`${count} entries match`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(blog);
  await expect(choice(page, kTag)).toBeFocused();
});

test('entries can be put into another order', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.locator('#query').pressSequentially('postgres');
  await expect(order(page, 'Newest first')).toHaveAttribute('aria-current', 'true');
  const newest = await listed(page);
  await order(page, 'Oldest first').click();
  await expect(page).toHaveURL(`${blog}?q=postgres&sort=old`);
  await expect.poll(() => listed(page)).toEqual([...newest].reverse());
  await order(page, 'Best match first').click();
  await expect(page).toHaveURL(`${blog}?q=postgres&sort=best`);
  await expect.poll(async () => [...(await listed(page))].sort()).toEqual([...newest].sort());
  await expect(entries(page).first().locator('mark')).toHaveCount(1);
  await page.goBack();
  await expect(order(page, 'Oldest first')).toHaveAttribute('aria-current', 'true');
});

test('an address with choices is answered when the core is there', async ({ page, blog }) => {
  await page.goto(`${blog}?tag=${kTag}&year=2025&sort=old`);
  await expect(choice(page, kTag)).toHaveAttribute('aria-current', 'true');
  await expect(choice(page, '2025')).toHaveAttribute('aria-current', 'true');
  await expect(entries(page)).toHaveCount(await countOf(page, '2025'));
  await expect(page.locator('#query')).toHaveValue('');
});

test('there are more tags to choose from than a line has room for', async ({ page, blog }) => {
  await openAwake(page, blog);
  const before = await page.evaluate(() => history.length);
  const few = await page.locator('.choices a').count();
  await page.getByRole('link', { name: 'More' }).first().click();
  await expect.poll(() => page.locator('.choices a').count()).toBeGreaterThan(few + 5);
  await expect(page).toHaveURL(`${blog}?more=1`);
  await page.getByRole('link', { name: 'Fewer' }).first().click();
  await expect(page).toHaveURL(blog);
  await expect(page.locator('.choices a')).toHaveCount(few);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('what is typed and chosen before the filter has come is not lost', async ({ page, blog }) => {
  const release = await hold(page, `**/${engineFile('narrow')}`);
  await openAwake(page, blog);
  const documents = documentsOf(page);
  const all = await entries(page).count();
  await page.locator('#query').pressSequentially('postgres');
  await choice(page, kTag).click();
  await choice(page, '2025').click();
  await expect(entries(page)).toHaveCount(all);
  release();
  await expect(page).toHaveURL(`${blog}?q=postgres&tag=${kTag}&year=2025`);
  await expect.poll(() => entries(page).count()).toBeLessThan(all);
  expect(documents).toEqual([]);
});

test('a filter that does not come leaves the links as they are', async ({ page, blog, watch }) => {
  watch.allow(/ERR_FAILED/);
  await page.route(`**/${engineFile('narrow')}`, (route) => route.abort());
  await openAwake(page, blog);
  await choice(page, kTag).click();
  await expect(page).toHaveURL(`${blog}tags/${kTag}/`);
});

test('a long list is shown by the hundred', async ({ page, many }) => {
  await openAwake(page, many);
  await page.locator('#query').pressSequentially('entry');
  await expect(page.locator('[data-count]')).toHaveText('400 entries match. Here are the first 100.');
  await expect(entries(page)).toHaveCount(100);
  const before = await page.evaluate(() => history.length);
  await page.getByRole('link', { name: 'Show more entries' }).click();
  await expect(entries(page)).toHaveCount(200);
  await expect(entries(page).nth(100)).toBeFocused();
  await expect(page).toHaveURL(`${many}?q=entry&show=200`);
  expect(await page.evaluate(() => history.length)).toBe(before);
  // Another list begins at its beginning.
  await choice(page, '2020').click();
  await expect(entries(page)).toHaveCount(100);
  await expect(page).toHaveURL(`${many}?q=entry&year=2020`);
});

test('a choice in the middle of the list begins at the index', async ({ page, many }) => {
  await openAwake(page, `${many}page/2/`);
  const documents = documentsOf(page);
  await choice(page, '2020').click();
  await expect(page).toHaveURL(`${many}?year=2020`);
  await expect(entries(page)).toHaveCount(100);
  await page.goBack();
  await expect(page).toHaveURL(`${many}page/2/`);
  await expect(page.locator('.pagination')).toBeVisible();
  expect(documents).toEqual([]);
});

test('what matches is marked', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.locator('#query').pressSequentially('postgres');
  await expect(page.locator('.entry-title mark').first()).toHaveText(/^Postgres/i);
  await expect(page.locator('.entry-description mark').first()).toHaveText(/^Postgres/i);
});

test('Back to a list of which parts are still missing brings them', async ({ page, many }) => {
  await openAwake(page, many);
  const release = await hold(page, /\/m\/.*\.json$/);
  await page.locator('#query').pressSequentially('entry');
  await expect(page.locator('[data-count]')).toContainText('on their way');
  await entries(page).first().click();
  await expect(page.locator('article')).toBeVisible();
  await page.goBack();
  await expect(page.locator('[data-count]')).toContainText('on their way');
  release();
  await expect(page.locator('[data-count]')).toContainText('400 entries match');
});
