// Every page reads complete and its links work without script, and with script but without WebAssembly.
import type { Page } from '@playwright/test';
import { allPages, headingOf, post } from './support/pages.ts';
import { linkTo } from './support/steps.ts';
import { expect, test } from './support/test.ts';

async function walk(page: Page, blog: string): Promise<void> {
  await page.goto(blog);
  await expect(page.locator('#filter')).toBeHidden();
  await expect(linkTo(page, post(0))).toBeVisible();
  await linkTo(page, post(0)).click();
  await expect(page).toHaveURL(blog + post(0));
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  await expect(page.locator('article p').first()).toBeVisible();
  await page.locator('main a[href*="tags/"]').first().click();
  await expect(linkTo(page, post(0))).toBeVisible();
  await page.locator('.site-header a').first().click();
  await expect(page).toHaveURL(blog);
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('one can go through the blog', { tag: '@everywhere' }, async ({ page, blog }) => {
    await walk(page, blog);
  });

  test('every page has its heading and text', async ({ page, blog }) => {
    test.slow();
    for (const path of allPages()) {
      await page.goto(blog + path);
      await expect(page.locator('main h1')).toBeVisible();
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(40);
    }
  });
});

test.describe('without WebAssembly', () => {
  test('one can go through the blog', { tag: '@everywhere' }, async ({ page, blog }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
    });
    await walk(page, blog);
  });
});

// As on a telephone in Lockdown Mode: no compiler, so no WebAssembly either.
test.describe('in a browser without a compiler', () => {
  test('one can go through the blog', async ({ playwright, launchOptions, blog }) => {
    const args = [...(launchOptions.args ?? []), '--js-flags=--jitless'];
    const browser = await playwright.chromium.launch({ ...launchOptions, args });
    const page = await browser.newPage();
    await walk(page, blog);
    expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined');
    await browser.close();
  });
});
