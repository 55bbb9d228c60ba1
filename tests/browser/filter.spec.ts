// The filter box narrows the index while one types.
import type { Locator, Page } from '@playwright/test';
import { headingOf, post } from './support/pages.ts';
import { documentsOf, hold, openAwake, requestsOf, scrolledTo } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const kQuery = 'postgres';

function entries(page: Page): Locator {
  return page.locator('#entries a[href*="post/"]');
}

/** The titles of the posts in the list. */
async function listed(page: Page): Promise<string[]> {
  return entries(page).allInnerTexts();
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator('#query').pressSequentially(text);
}

test('typing narrows the list and keeps the query in the address', { tag: '@everywhere' }, async ({ page, blog }) => {
  await openAwake(page, blog);
  const documents = documentsOf(page);
  const all = await entries(page).count();
  const before = await page.evaluate(() => history.length);
  await type(page, kQuery);
  await expect(page).toHaveURL(`${blog}?q=${kQuery}`);
  await expect.poll(() => entries(page).count()).toBeLessThan(all);
  const found = await listed(page);
  expect(found.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => history.length)).toBe(before);
  expect(documents).toEqual([]);
});

test('only the list changes: the box keeps the focus and the caret', async ({ page, blog }) => {
  await openAwake(page, blog);
  const input = page.locator('#query');
  const form = await page.locator('#filter').elementHandle();
  await type(page, 'gres');
  await page.keyboard.press('Home');
  await page.keyboard.type('post');
  await expect(input).toHaveValue('postgres');
  await expect(input).toBeFocused();
  expect(await input.evaluate((element) => (element as HTMLInputElement).selectionStart)).toBe(4);
  expect(await form?.evaluate((element) => element.isConnected)).toBe(true);
});

test('the list shows at once, in the same task as the key', async ({ page, blog }) => {
  await openAwake(page, blog);
  await type(page, 'p');
  const counts = await page.locator('#query').evaluate(async (element) => {
    const input = element as HTMLInputElement;
    const before = document.querySelectorAll('#entries a').length;
    input.value = 'postgresql';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((frame) => requestAnimationFrame(frame));
    return { before, after: document.querySelectorAll('#entries a').length };
  });
  expect(counts.after).toBeLessThan(counts.before);
});

test('an input method finishes its word first', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.locator('#query').focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'zzz', selectionStart: 3, selectionEnd: 3 });
  await expect(page.locator('#query')).toHaveValue('zzz');
  await expect(page).toHaveURL(blog);
  await session.send('Input.insertText', { text: kQuery });
  await expect(page).toHaveURL(`${blog}?q=${kQuery}`);
});

test('Escape clears the box and brings the list back', async ({ page, blog }) => {
  await openAwake(page, blog);
  const all = await listed(page);
  await type(page, kQuery);
  await expect.poll(() => listed(page)).not.toEqual(all);
  await page.keyboard.press('Escape');
  await expect(page.locator('#query')).toHaveValue('');
  await expect.poll(() => listed(page)).toEqual(all);
  await expect(page).toHaveURL(blog);
});

test('Enter loads no document', async ({ page, blog }) => {
  await openAwake(page, blog);
  const documents = documentsOf(page);
  await type(page, kQuery);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${blog}?q=${kQuery}`);
  await expect(page.locator('#query')).toBeFocused();
  expect(documents).toEqual([]);
});

test('the number of results is announced when typing pauses', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.evaluate(() => {
    const status = document.querySelector('#status');
    const said: string[] = [];
    Object.assign(window, { said });
    if (status) new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
  });
  const all = await entries(page).count();
  await type(page, kQuery);
  await expect.poll(() => entries(page).count()).toBeLessThan(all);
  const found = await entries(page).count();
  await expect(page.locator('#status')).toContainText(`${found}`);
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said.length)).toBe(1);
});

test('Back from a post restores query, list and position', async ({ page, blog }) => {
  await page.setViewportSize({ width: 800, height: 400 });
  await openAwake(page, blog);
  const documents = documentsOf(page);
  await type(page, kQuery);
  await expect(page).toHaveURL(`${blog}?q=${kQuery}`);
  await expect.poll(() => entries(page).count()).toBeLessThan(30);
  const found = await listed(page);
  const third = entries(page).nth(3);
  await third.scrollIntoViewIfNeeded();
  const position = await scrolledTo(page);
  await third.click();
  await expect(page.locator('article')).toBeVisible();
  await page.goBack();
  await expect(page.locator('#query')).toHaveValue(kQuery);
  expect(await listed(page)).toEqual(found);
  await expect.poll(() => scrolledTo(page)).toBe(position);
  await page.goForward();
  await expect(page.locator('article')).toBeVisible();
  expect(documents).toEqual([]);
});

test('an address with a query is answered when the core is there', { tag: '@everywhere' }, async ({ page, blog }) => {
  const release = await hold(page, /\.wasm$/);
  await page.goto(`${blog}?q=${kQuery}`);
  await expect(page.locator('#query')).toHaveValue(kQuery);
  const all = await entries(page).count();
  release();
  await expect.poll(() => entries(page).count()).toBeLessThan(all);
  const direct = await listed(page);
  await page.goto(blog);
  await type(page, kQuery);
  await expect.poll(() => listed(page)).toEqual(direct);
});

test('a query that finds nothing says so', async ({ page, blog }) => {
  await openAwake(page, blog);
  await type(page, 'zzzzqqqq');
  await expect(entries(page)).toHaveCount(0);
  await expect(page.locator('#entries')).not.toBeEmpty();
});

test('what lies below the screen follows when the keys pause, and so does the address', async ({ page, many }) => {
  await openAwake(page, many);
  await type(page, 'e');
  await expect(page).toHaveURL(/q=e$/);
  const all = page.locator('#entries .entry');
  const shown = all.filter({ visible: true });
  await expect(shown).toHaveCount(await all.count());
  const meanwhile = await page.locator('#query').evaluate(async (element) => {
    const input = element as HTMLInputElement;
    for (const words of ['en', 'ent', 'entr', 'entry']) {
      input.value = words;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    await new Promise((frame) => requestAnimationFrame(frame));
    const visible = [...document.querySelectorAll<HTMLElement>('#entries .entry')].filter((entry) => entry.checkVisibility());
    const last = visible.at(-1)?.getBoundingClientRect().bottom ?? 0;
    return { visible: visible.length, isScreenFull: last > innerHeight, search: location.search };
  });
  expect(meanwhile.search).toBe('?q=e');
  expect(meanwhile.isScreenFull).toBe(true);
  expect(meanwhile.visible).toBeLessThan(await all.count());
  const top = (await all.nth(3).boundingBox())?.y;
  await expect(page).toHaveURL(/q=entry$/);
  await expect(shown).toHaveCount(await all.count());
  expect((await all.nth(3).boundingBox())?.y).toBe(top);
});

test('a query is text: nothing in it becomes HTML', async ({ page, blog }) => {
  await openAwake(page, blog);
  await type(page, '<img src=x onerror=alert(1)>"\'&');
  await expect(page.locator('#query')).toHaveValue('<img src=x onerror=alert(1)>"\'&');
  await expect(page.locator('#entries img')).toHaveCount(0);
  await expect(page).toHaveURL(/q=%3Cimg/);
  await page.reload();
  await expect(page.locator('#query')).toHaveValue('<img src=x onerror=alert(1)>"\'&');
  await expect(entries(page)).toHaveCount(0);
  await expect(page.locator('#entries img')).toHaveCount(0);
});

test('the filter takes its place in the middle of the list too', async ({ page, many }) => {
  await openAwake(page, `${many}page/2/`);
  await type(page, 'number 7');
  await expect(page).toHaveURL(`${many}?q=number+7`);
  await page.locator('.site-header a').first().click();
  await expect(page).toHaveURL(many);
});

test('the rest of the manifest comes in while the first part is on the screen', async ({ page, many }) => {
  const manifest = requestsOf(page, (request) => /\/m\/.*\.json$/.test(request.url()));
  await openAwake(page, many);
  expect(manifest).toEqual([]);
  const release = await hold(page, /\/m\/.*\.json$/);
  await type(page, 'oldest');
  await expect(page).toHaveURL(`${many}?q=oldest`);
  await expect(page.locator('#entries')).not.toContainText('Entry number 1, the oldest');
  release();
  await expect(page.locator('#entries')).toContainText('Entry number 1, the oldest');
});

test('a prerendered page is not asked for the heading of a filtered one', async ({ page, blog }) => {
  await openAwake(page, `${blog}?q=${kQuery}`);
  await expect(page.locator('#query')).toHaveValue(kQuery);
  await page.goto(blog + post(0));
  await page.goBack();
  await expect(page.locator('#query')).toHaveValue(kQuery);
  await page.goForward();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
});
