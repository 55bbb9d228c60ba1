// The search page: what it finds, where its results lead, and what its address remembers.
import type { Page } from '@playwright/test';
import { headingOf, post } from './support/pages.ts';
import { documentsOf, hold, openAwake, scrolledTo } from './support/steps.ts';
import { field, note, openSearch, results, settled, titles } from './support/search.ts';
import { expect, test } from './support/test.ts';

const kQuery = 'partition';
// Stands in the text of posts, and in no title, description or tag.
const kOfTexts = 'tablespace';
const kShard = /\/s\/.*\.dbs$/;

test('finds in texts, marks what it found, and says where', { tag: '@everywhere' }, async ({ page, blog }) => {
  await openSearch(page, blog, kQuery);
  await expect(note(page)).toHaveText('5 entries found.');
  await expect(results(page)).toHaveCount(5);
  const first = results(page).first();
  await expect(first.locator('a mark')).toHaveText('partition');
  await expect(first.locator('.snippet mark').first()).toHaveText(/partition/i);
  await expect(first.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d$/);
  await expect(first.locator('.tag').first()).toHaveText('postgresql');
  await expect(page).toHaveTitle(/Search/);
});

test('a result leads to the section that it is from', { tag: '@everywhere' }, async ({ page, blog }) => {
  await openSearch(page, blog, kQuery);
  const result = results(page).filter({ has: page.locator('.section') }).first();
  const section = await result.locator('.section').innerText();
  const link = result.locator('a[href*="#"]');
  const id = new URL(await link.evaluate((element) => (element as HTMLAnchorElement).href)).hash;
  const documents = documentsOf(page);
  await link.click();
  await expect(page.locator(id)).toHaveText(section);
  await expect(page.locator(id)).toBeInViewport();
  await expect(page.locator(id)).toBeFocused();
  expect(await scrolledTo(page)).toBeGreaterThan(0);
  expect(documents).toEqual([]);
  await page.reload();
  await expect(page.locator(id)).toBeInViewport();
});

test('typing keeps the query in the address, in one step of the history', async ({ page, blog }) => {
  await openSearch(page, blog, '');
  await expect(field(page)).toBeFocused();
  const before = await page.evaluate(() => history.length);
  await page.keyboard.type(kQuery);
  await expect(page).toHaveURL(`${blog}search/?q=${kQuery}`);
  await expect(results(page)).toHaveCount(5);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await field(page).fill('');
  await expect(page).toHaveURL(`${blog}search/`);
  await expect(results(page)).toHaveCount(0);
  await expect(note(page)).toBeHidden();
});

test('the last word may go on while one types', async ({ page, blog }) => {
  await openSearch(page, blog, '');
  await page.keyboard.type('partit');
  await expect(results(page)).not.toHaveCount(0);
  await expect(results(page).first().locator('.snippet mark').first()).toHaveText(/partition/i);
});

test('Back restores list and position, and so does a reload', async ({ page, blog }) => {
  await page.setViewportSize({ width: 800, height: 400 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSearch(page, blog, '');
  await page.keyboard.type('postg');
  await settled(page);
  await page.locator('.more').click();
  await expect(results(page)).toHaveCount(18);
  const found = await titles(page);
  const chosen = results(page).nth(14).locator('a');
  await chosen.scrollIntoViewIfNeeded();
  await expect(results(page).nth(14).locator('.snippet')).not.toBeEmpty();
  const position = await scrolledTo(page);
  expect(position).toBeGreaterThan(400);
  await chosen.click();
  await expect(page.locator('article')).toBeVisible();
  await page.goBack();
  await expect(field(page)).toHaveValue('postg');
  await expect.poll(() => titles(page)).toEqual(found);
  await expect.poll(() => scrolledTo(page)).toBe(position);
  await page.reload();
  await expect.poll(() => titles(page)).toEqual(found);
  await expect.poll(() => scrolledTo(page)).toBe(position);
});

test('more results come at a wish, and the focus goes on with them', async ({ page, blog }) => {
  await openSearch(page, blog, 'postgresql');
  await expect(results(page)).toHaveCount(10);
  await expect(page.locator('.more')).toBeVisible();
  await page.locator('.more').press('Enter');
  await expect(results(page)).toHaveCount(18);
  await expect(results(page).nth(10).locator('a')).toBeFocused();
  await expect(page.locator('.more')).toBeHidden();
});

test('the arrows go through the results and back to the field; Enter opens', async ({ page, blog }) => {
  await openSearch(page, blog, kQuery);
  await settled(page);
  await field(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).first().locator('a')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(1).locator('a')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(results(page).last().locator('a')).toBeFocused();
  const href = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(href);
  await expect(page.locator('article')).toBeVisible();
});

test('arrows anywhere else scroll the page', async ({ page, blog }) => {
  await page.setViewportSize({ width: 800, height: 300 });
  await openSearch(page, blog, kQuery);
  await settled(page);
  await page.locator('#main').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => scrolledTo(page)).toBeGreaterThan(0);
});

test('the number is announced once typing pauses', async ({ page, blog }) => {
  await openSearch(page, blog, '');
  await page.evaluate(() => {
    const said: string[] = [];
    const status = document.querySelector('#status');
    Object.assign(window, { said });
    if (status) new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
  });
  await page.keyboard.type(kQuery);
  await expect(page.locator('#status')).toHaveText('5 entries found.');
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toHaveLength(1);
});

test('a slip is corrected, and what was meant is shown', async ({ page, blog }) => {
  await openSearch(page, blog, 'postgersql');
  await expect(note(page)).toHaveText('Nothing found. Did you mean postgresql');
  await expect(results(page)).toHaveCount(10);
  await page.locator('.suggestion').click();
  await expect(field(page)).toHaveValue('postgresql');
  await expect(field(page)).toBeFocused();
  await expect(page).toHaveURL(`${blog}search/?q=postgresql`);
  await expect(note(page)).toHaveText('18 entries found.');
});

test('nothing found is said', async ({ page, blog }) => {
  await openSearch(page, blog, 'qzxjw vvkqy');
  await expect(note(page)).toHaveText('Nothing found.');
  await expect(results(page)).toHaveCount(0);
  await expect(page.locator('#status')).toHaveText('Nothing found.');
});

test('a query is text: nothing in it becomes HTML', async ({ page, blog }) => {
  const query = '<img src=x onerror=alert(1)>"\'&';
  await openSearch(page, blog, query);
  await settled(page);
  await expect(field(page)).toHaveValue(query);
  await expect(page.locator('#found img')).toHaveCount(0);
});

test('what the list of posts knows comes at once, and the rest when the index is there', async ({ page, blog }) => {
  const release = await hold(page, kShard);
  await openSearch(page, blog, 'postgresql');
  await expect(results(page)).toHaveCount(10);
  await expect(page.locator('.more')).toBeHidden();
  const early = await titles(page);
  await expect(page.locator('#status')).toBeEmpty();
  release();
  await settled(page);
  expect(await titles(page)).not.toEqual(early);
});

for (const hand of ['the pointer', 'the focus'] as const) {
  test(`nothing jumps under ${hand} when better results come`, async ({ page, blog }) => {
    const release = await hold(page, kShard);
    await openSearch(page, blog, 'postgresql');
    await expect(results(page)).toHaveCount(10);
    const link = results(page).nth(2).locator('a');
    if (hand === 'the pointer') await link.hover();
    else await link.focus();
    await expect(results(page).nth(2).locator('.snippet')).not.toBeEmpty();
    const early = await titles(page);
    const before = await boxes(page);
    release();
    await settled(page);
    expect((await titles(page)).slice(0, early.length)).toEqual(early);
    expect((await boxes(page)).slice(0, early.length)).toEqual(before);
    if (hand === 'the focus') await expect(link).toBeFocused();
  });
}

test('a pointer that only lies there holds nothing back', async ({ page, blog }) => {
  await openSearch(page, blog, '');
  await page.mouse.move(400, 400);
  await page.mouse.move(500, 500);
  const release = await hold(page, kShard);
  await field(page).fill('postgresql');
  await expect(results(page)).toHaveCount(10);
  const early = await titles(page);
  release();
  await settled(page);
  expect(await titles(page)).not.toEqual(early);
});

test('drawn by the core it works as well', async ({ page, blog }) => {
  await openAwake(page, blog + post(0));
  const documents = documentsOf(page);
  await page.locator('.site-header a[href$="search/"]').click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(kOfTexts);
  await expect(results(page).first().locator('.snippet mark').first()).toHaveText(new RegExp(kOfTexts, 'i'));
  await page.goBack();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  expect(documents).toEqual([]);
});

test('a mirrored page searches too', async ({ page, specimenRtl }) => {
  await openSearch(page, specimenRtl, 'البحر');
  await settled(page);
  const first = results(page).first();
  await expect(first.locator('.snippet mark').first()).toBeVisible();
  const [list, link] = [await page.locator('.results').boundingBox(), await first.locator('.about').boundingBox()];
  expect(link?.x).toBe(list?.x);
  await expect(first).toHaveCSS('direction', 'rtl');
});

test('a word of a part of the list that has not come is found by the index', async ({ page, many }) => {
  await openSearch(page, many, 'oldest');
  await expect(results(page).locator('a')).toHaveText(['Entry number 1, the oldest']);
});

test('a blog without an index searches its list', { tag: '@404' }, async ({ page, standalone, watch }) => {
  watch.allow(/404/);
  await page.goto(`${standalone}search/?q=feed`);
  await expect(note(page)).toHaveText('1 entry found.');
  await expect(results(page).locator('a').first()).toHaveText('The list is the blog');
  await results(page).locator('a').first().click();
  await expect(page.locator('main h1')).toHaveText('The list is the blog');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it takes, and leads to every entry', { tag: '@everywhere' }, async ({ page, blog }) => {
    await page.goto(`${blog}search/`);
    await expect(page.locator('#search')).toBeHidden();
    await expect(page.locator('#found')).toContainText('JavaScript');
    await page.locator('#found a').click();
    await expect(page).toHaveURL(`${blog}archives/`);
    await expect(page.locator(`main a[href$="${post(0)}"]`)).toBeVisible();
  });
});

test('without WebAssembly the page leads to every entry, and keys lead to the page', async ({ page, blog }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
  });
  await page.goto(blog + post(0));
  await expect(page.locator('button.keys')).toBeAttached();
  await page.keyboard.press('/');
  await expect(page).toHaveURL(`${blog}search/`);
  await expect(page.locator('#search')).toBeHidden();
  await expect(page.locator('#found')).toContainText('WebAssembly');
});

/** Where the results lie. */
function boxes(page: Page): Promise<number[][]> {
  return page.locator('.results li').evaluateAll((items) =>
    items.map((item) => {
      const { x, y, width, height } = item.getBoundingClientRect();
      return [x, y + scrollY, width, height];
    }),
  );
}
