// The window of search, which a key opens over any page.
import { headingOf, post } from './support/pages.ts';
import { field, note, results, settled, titles } from './support/search.ts';
import { documentsOf, engineFile, hold, openAwake } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const kName = 'Search all entries';
const kQuery = 'partition';

for (const key of ['/', 'Control+k', 'Meta+k']) {
  test(`${key} opens it over any page, and Escape gives the focus back`, { tag: '@everywhere' }, async ({ page, blog, watch }) => {
    watch.allow(/404/);
    for (const path of ['', post(3), 'tags/postgresql/', 'nowhere/at/all/']) {
      const response = await page.goto(blog + path);
      // Python's server has no page of the blog's own for what it does not have.
      if (response?.status() === 404 && (await page.locator('.site-title').count()) === 0) continue;
      await expect(page.locator('button.keys')).toBeAttached();
      await page.locator('.site-title').focus();
      await page.keyboard.press(key);
      const window = page.getByRole('dialog', { name: kName });
      await expect(window).toBeVisible();
      await expect(field(page)).toBeFocused();
      await page.keyboard.type(kQuery);
      await expect(results(page)).toHaveCount(5);
      await expect(page).toHaveURL(blog + path);
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog')).toHaveCount(0);
      await expect(page.locator('.site-title')).toBeFocused();
    }
  });
}

test('in a field the keys are letters', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.locator('#query').pressSequentially('a/b');
  await expect(page.locator('#query')).toHaveValue('a/b');
  await expect(page.locator('dialog')).toHaveCount(0);
});

test('what is typed before it is there is not lost, nor taken for a key', async ({ page, blog }) => {
  const release = await hold(page, blog + engineFile('search'));
  await openAwake(page, blog);
  await page.keyboard.type('/sets?t');
  await expect(page.locator('dialog')).toHaveCount(0);
  release();
  await expect(field(page)).toHaveValue('sets?t');
  await page.keyboard.type('s');
  await expect(field(page)).toHaveValue('sets?ts');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect(page.getByRole('dialog')).toHaveCount(1);
});

test('where it cannot be had, the key leads to the page', async ({ page, blog, watch }) => {
  watch.allow(/ERR_FAILED/);
  await page.route(blog + engineFile('search'), (route) => route.abort());
  await openAwake(page, blog + post(0));
  await page.keyboard.press('/');
  await expect(page).toHaveURL(`${blog}search/`);
  await page.keyboard.press('t');
  await expect(page.locator('html')).toHaveAttribute('data-theme', /light|dark/);
});

test('the arrows and Enter lead to a result', async ({ page, blog }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openAwake(page, blog);
  const documents = documentsOf(page);
  await page.keyboard.press('/');
  await page.keyboard.type(kQuery);
  await settled(page);
  const second = (await titles(page))[1] ?? '';
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(1).locator('a')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main h1')).toHaveText(second);
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(blog);
  await expect(page.locator('dialog')).toHaveCount(0);
  expect(documents).toEqual([]);
});

test('Enter in the field leads to the first result of what was typed, were it still to come', async ({ page, blog }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const release = await hold(page, /\.wasm$|posts\.json$/);
  await page.goto(blog);
  await expect(page.locator('button.keys')).toBeAttached();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('ctid pagination');
  await page.keyboard.press('Enter');
  await expect(results(page)).toHaveCount(0);
  release();
  await expect(page.locator('main h1')).toContainText('CTID');
  await expect(page.locator('dialog')).toHaveCount(0);
});

test('a result on the page that is open scrolls to its section and closes it', async ({ page, blog }) => {
  await openAwake(page, `${blog}${post(3)}`);
  const heading = page.locator('.heading h2[id]').last();
  const words = await heading.innerText();
  const documents = documentsOf(page);
  await page.keyboard.press('/');
  await page.keyboard.type(`"${words}" title:"${headingOf(post(3))}"`);
  await expect(results(page)).toHaveCount(1);
  await expect(results(page).locator('.section')).toHaveText(words);
  await results(page).locator('a').click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(heading).toBeInViewport();
  expect(documents).toEqual([]);
});

test('«All results» leads to the page, with the query', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.keyboard.press('/');
  await page.keyboard.type('postgresql');
  await page.getByRole('link', { name: 'All results' }).click();
  await expect(page).toHaveURL(`${blog}search/?q=postgresql`);
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(results(page)).toHaveCount(10);
  await expect(field(page)).toHaveValue('postgresql');
});

test('Tab stays inside it, and what is typed keeps its place while results scroll', async ({ page, blog }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await openAwake(page, blog);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('postgresql');
  await settled(page);
  for (let steps = 0; steps < 8; ++steps) await page.keyboard.press('ArrowDown');
  await expect(results(page).last().locator('a')).toBeFocused();
  await expect(results(page).last().locator('a')).toBeInViewport();
  await expect(field(page)).toBeInViewport();
  for (let steps = 0; steps < 4; ++steps) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main, header, footer'))).toBeNull();
  }
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
});

test('a slip is corrected in it too', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.keyboard.press('/');
  await page.keyboard.type('postgersql');
  await page.locator('.suggestion').click();
  await expect(field(page)).toHaveValue('postgresql');
  await expect(field(page)).toBeFocused();
  await expect(note(page)).toHaveText('18 entries found.');
});

test('on the search page the key leads to its field', async ({ page, blog }) => {
  await page.goto(`${blog}search/?q=${kQuery}`);
  await expect(results(page)).toHaveCount(5);
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.keyboard.type('parquet');
  await expect(page).toHaveURL(`${blog}search/?q=parquet`);
});

test('nothing of the page below moves when it opens', async ({ page, blog }) => {
  await openAwake(page, blog);
  const before = await page.locator('main h1').boundingBox();
  await page.keyboard.press('/');
  await page.keyboard.type(kQuery);
  await settled(page);
  expect(await page.locator('main h1').boundingBox()).toEqual(before);
});
