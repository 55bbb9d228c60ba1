// What helps to read: code to copy, images to enlarge, the place in the table of contents.
import type { Page } from '@playwright/test';
import { linkTo, openAwake, shifts, watchShifts } from './support/steps.ts';
import { allPosts, prerendered } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const kLongLine = /^a line that is longer .* to its very end$/;

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('the button copies the code, without its last line end', async ({ page, articles }) => {
    await page.goto(`${articles}reading/`);
    const button = page.getByRole('button', { name: 'Copy' });
    await button.click();
    await expect(button).toHaveCount(0);
    await expect(page.locator('.copy')).toHaveText('Copied');
    await expect(page.locator('#status')).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(kLongLine);
    await expect(button).toBeVisible();
  });

  test('lines are copied as lines, without their numbers', async ({ page, articles }) => {
    await page.goto(`${articles}code/`);
    await page.locator('figure[data-lines] .copy').click();
    await expect(page.locator('figure[data-lines] .copy')).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '/* The first line\n   and the second. */\nint main() { return 0; }',
    );
  });

  test('the button shows on hover and focus, and always under a finger', async ({ page, articles, browser }) => {
    await page.goto(`${articles}reading/`);
    const button = page.locator('.copy');
    await expect(button).toHaveCSS('opacity', '0');
    await page.locator('pre').hover();
    await expect(button).toHaveCSS('opacity', '1');
    await page.mouse.move(0, 0);
    await expect(button).toHaveCSS('opacity', '0');
    await page.locator('pre').focus();
    await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
    await expect(button).toHaveCSS('opacity', '1');
    const touch = await browser.newPage({ hasTouch: true, isMobile: true });
    await touch.goto(`${articles}reading/`);
    await expect(touch.locator('.copy')).toHaveCSS('opacity', '1');
    await touch.close();
  });
});

test('where the clipboard is refused, the code is selected', async ({ page, articles }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.goto(`${articles}reading/`);
  await page.locator('.copy').click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim())).toMatch(kLongLine);
});

test('a page drawn by the core has its buttons once', async ({ page, blog }) => {
  const path = allPosts().find((post) => prerendered(post).includes('<pre')) ?? '';
  await openAwake(page, blog);
  await linkTo(page, path).click();
  await expect(page.locator('.copy').first()).toBeAttached();
  expect(await page.locator('.copy').count()).toBe(await page.locator('pre').count());
});

test('what the page gains moves nothing', async ({ page, articles }) => {
  await watchShifts(page);
  await page.goto(`${articles}reading/`);
  await expect(page.locator('#wide .zoom')).toBeAttached();
  expect(await shifts(page)).toBe(0);
});

for (const motion of ['no-preference', 'reduce'] as const) {
  test(`an image that is shown smaller can be enlarged, motion ${motion}`, async ({ page, articles }) => {
    await page.emulateMedia({ reducedMotion: motion });
    await page.goto(`${articles}reading/`);
    await expect(page.locator('#small .zoom')).toBeHidden();
    await page.locator('#wide img').click();
    const dialog = page.getByRole('dialog', { name: 'A wide picture' });
    await expect(dialog).toBeVisible();
    expect(await dialog.evaluate((element) => getComputedStyle(element).animationName)).toBe(
      motion === 'reduce' ? 'none' : 'appear',
    );
    const width = await dialog.locator('img').evaluate((image) => image.clientWidth);
    expect(width).toBeGreaterThan((await page.locator('#wide img').evaluate((image) => image.clientWidth)) * 1.2);
    await dialog.locator('img').click();
    await expect(dialog).toHaveCount(0);
  });
}

test('the keyboard enlarges as well, Escape closes, and the focus returns', async ({ page, articles }) => {
  await page.goto(`${articles}reading/`);
  const button = page.locator('#diagram').getByRole('button', { name: 'Enlarge the image' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'A diagram' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main'))).toBeNull();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('the table of contents marks the section in view', async ({ page, articles }) => {
  await page.setViewportSize({ width: 900, height: 600 });
  await openAwake(page, `${articles}reading/`);
  const marked = page.locator('nav.contents [aria-current=location]');
  await expect(marked).toHaveCount(0);
  for (const [id, text] of [['first', 'First'], ['second-é', 'Second'], ['third', 'Third']] as const) {
    await page.evaluate((name) => {
      document.getElementById(name)?.scrollIntoView({ behavior: 'instant' });
    }, id);
    await expect(marked).toHaveText(text);
  }
  await scrollHome(page);
  await expect(marked).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const) {
  test(`an SVG image follows the theme of the page, ${theme}`, async ({ page, articles }) => {
    await page.addInitScript((value) => {
      localStorage.setItem('theme', value);
    }, theme);
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
    await page.goto(`${articles}reading/`);
    const shot = await page.locator('#wide img').screenshot();
    const brightness = await page.evaluate(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
      context?.drawImage(image, image.width / 2, image.height / 2, 1, 1, 0, 0, 1, 1);
      return context?.getImageData(0, 0, 1, 1).data[0];
    }, `data:image/png;base64,${shot.toString('base64')}`);
    expect(brightness).toBe(theme === 'dark' ? 0 : 255);
  });
}

async function scrollHome(page: Page): Promise<void> {
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
  });
}
