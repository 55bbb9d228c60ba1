// The keys that readers know from elsewhere, and the list of them.
import { post } from './support/pages.ts';
import { documentsOf, openAwake } from './support/steps.ts';
import { expect, test } from './support/test.ts';

for (const key of ['/', 'Control+k', 'Meta+k']) {
  test(`${key} leads to the filter`, { tag: '@everywhere' }, async ({ page, blog }) => {
    await openAwake(page, blog);
    await page.keyboard.press(key);
    await expect(page.locator('#query')).toBeFocused();
    await expect(page.locator('#query')).toHaveValue('');
  });

  test(`${key} leads to the index and its filter`, async ({ page, blog }) => {
    await openAwake(page, blog + post(3));
    const documents = documentsOf(page);
    await page.keyboard.press(key);
    await expect(page.locator('#query')).toBeFocused();
    await expect(page).toHaveURL(blog);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(documents).toEqual([]);
  });
}

test('without the core the index is loaded, and its filter still found', async ({ page, blog }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(blog + post(3));
  await expect(page.locator('button.keys')).toBeAttached();
  await page.keyboard.press('/');
  await expect(page.locator('#query')).toBeFocused();
  await expect(page).toHaveURL(blog);
});

test('the arrows turn to the pages before and after', async ({ page, articles }) => {
  await openAwake(page, `${articles}reading/`);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(`${articles}math/`);
  await page.goBack();
  await expect(page.locator('button.keys')).toBeAttached();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(`${articles}code/`);
});

test('from right to left the arrows are swapped', async ({ page, articles }) => {
  await openAwake(page, `${articles}reading/`);
  await page.evaluate(() => (document.dir = 'rtl'));
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(`${articles}math/`);
});

test('the arrows are left to what they would scroll', async ({ page, articles }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openAwake(page, `${articles}reading/`);
  const pre = page.locator('pre');
  await pre.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => pre.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await expect(page).toHaveURL(`${articles}reading/`);
});

test('t changes the theme', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.keyboard.press('t');
  await expect(page.locator('html')).toHaveAttribute('data-theme', /light|dark/);
});

test('no key counts in a field', async ({ page, articles }) => {
  await openAwake(page, `${articles}reading/`);
  await page.locator('#field').focus();
  await page.keyboard.type('t/?');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('#field')).toHaveValue('t/?');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(`${articles}reading/`);
});

test('no single key counts with a modifier', async ({ page, articles }) => {
  await openAwake(page, `${articles}reading/`);
  for (const modifier of ['Control', 'Alt', 'Meta', 'Shift']) await page.keyboard.press(`${modifier}+t`);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+/');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect(page).toHaveURL(`${articles}reading/`);
});

test('? lists the keys; Escape closes the list and gives the focus back', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.locator('.site-title').focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('dt')).toHaveCount(6);
  await page.keyboard.press('t');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  for (let step = 0; step < 4; ++step) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main, header, footer'))).toBeNull();
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(page.locator('.site-title')).toBeFocused();
});

test('one switch turns the single keys off, for good', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.getByRole('button', { name: 'Keys' }).click();
  await page.getByRole('checkbox').uncheck();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Keys' })).toBeFocused();
  await page.reload();
  await page.keyboard.press('t');
  await page.keyboard.press('?');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.locator('#query')).toBeFocused();
  await page.getByRole('button', { name: 'Keys' }).click();
  await page.getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await expect(page.locator('html')).toHaveAttribute('data-theme', /light|dark/);
});

test('a click beside the list closes it, and so does the way back', async ({ page, blog }) => {
  // A press on a page that is still being faded in may reach nobody.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openAwake(page, blog);
  await page.locator('main a[href*="post/"]').first().click();
  await expect(page.locator('article')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.locator('#entries')).toBeVisible();
  await expect(page.locator('dialog')).toHaveCount(0);
});

test('a page in another language brings its words', async ({ page, articles }) => {
  await page.route(`${articles}reading/`, async (route) => {
    const response = await route.fetch();
    const words = JSON.stringify({ keys: 'Tasten', copy: 'Kopieren', copied: 7 }).replaceAll('"', '&quot;');
    const body = (await response.text()).replace('</title>', `</title><meta name="words" content="${words}">`);
    await route.fulfill({ response, body });
  });
  await page.goto(`${articles}reading/`);
  await expect(page.locator('.copy')).toHaveText('Kopieren');
  await page.getByRole('button', { name: 'Tasten' }).click();
  await expect(page.getByRole('dialog', { name: 'Tasten' })).toContainText('Close');
});
