// axe finds nothing, in either theme, on a page of each kind; and pages fit narrow and enlarged windows.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { post } from './support/pages.ts';
import { awake, linkTo, openAwake } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const kPages: Record<string, () => string> = {
  index: () => '',
  post: () => post(0),
  tags: () => 'tags/',
  tag: () => 'tags/postgresql/',
  archives: () => 'archives/',
  about: () => 'about/',
  '404': () => 'nowhere/at/all/',
};

// By its source: the pages' policy refuses a script from elsewhere.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe has nothing to say of any kind of page', async ({ page, blog, watch }) => {
      watch.allow(/404/);
      for (const [name, path] of Object.entries(kPages)) {
        await page.goto(blog + path());
        expect.soft(await violations(page), name).toEqual([]);
      }
    });

    test('axe has nothing to say of articles and of the windows over them', async ({ page, articles }) => {
      for (const name of ['code', 'math', 'reading']) {
        await page.goto(`${articles}${name}/`);
        await expect(page.locator('.copy, math').first()).toBeAttached();
        expect.soft(await violations(page), name).toEqual([]);
      }
      for (const opener of ['button.keys', '#wide .zoom']) {
        await page.locator(opener).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await page.waitForFunction(() => document.getAnimations().length === 0);
        expect.soft(await violations(page), opener).toEqual([]);
        await page.keyboard.press('Escape');
      }
    });

    test('axe has nothing to say of pages drawn by the core', async ({ page, blog }) => {
      await openAwake(page, blog);
      await linkTo(page, post(0)).click();
      await expect(page.locator('article')).toBeVisible();
      await page.waitForFunction(() => document.getAnimations().length === 0);
      expect(await violations(page)).toEqual([]);
      await page.locator('.site-header a').first().click();
      await page.locator('#query').pressSequentially('postgres');
      await page.waitForFunction(() => document.getAnimations().length === 0);
      expect(await violations(page)).toEqual([]);
    });
  });
}

// 320 pixels are what WCAG asks for, and what a window of 640 leaves at 200 %; the other enlarges the text alone.
for (const [name, width, size] of [
  ['is 320 pixels wide', 320, '100%'],
  ['has its text at 200 %', 640, '200%'],
] as const) {
  test(`no page needs scrolling sideways where the window ${name}`, async ({ page, blog, watch }) => {
    watch.allow(/404/);
    await page.setViewportSize({ width, height: 640 });
    for (const [kind, path] of Object.entries(kPages)) {
      await page.goto(blog + path());
      const needed = await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
        return document.documentElement.scrollWidth;
      }, size);
      expect.soft(needed, kind).toBeLessThanOrEqual(width);
    }
  });
}

test('the first Tab leads past the header', async ({ page, blog }) => {
  await page.goto(blog);
  await awake(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});
