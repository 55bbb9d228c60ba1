// axe finds nothing, in either theme, on a page of each kind; and pages fit narrow and enlarged windows.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { post } from './support/pages.ts';
import { awake, linkTo, openAwake } from './support/steps.ts';
import { expect, test } from './support/test.ts';

// Pages of each kind: of the blog, of one with everything that a page can have, in three scripts, and of one that is
// mirrored.
const kPages: Record<'blog' | 'specimen' | 'specimenRtl', () => string[]> = {
  blog: () => ['', post(0), 'tags/', 'tags/postgresql/', 'archives/', 'about/', 'nowhere/at/all/'],
  specimen: () => [
    '',
    'archives/2025/',
    'posts/arabic/',
    'posts/formulas-by-themselves/',
    'posts/japanese/',
    'posts/one-pass-over-a-year-of-readings/',
    'posts/the-tide-in-the-well/',
    'posts/what-the-harbour-master-wrote/',
    'series/measuring-water/',
    'tags/method/',
  ],
  specimenRtl: () => ['', 'archives/', 'posts/the-tide-in-the-well/', 'tags/', 'nowhere/at/all/'],
};
const kSites = ['blog', 'specimen', 'specimenRtl'] as const;

// A page takes seconds where two cores have much else to do.
const kPatience = 180_000; // ms

const kWidths = [390, 1440];

// By its source: the pages' policy refuses a script from elsewhere.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** What script adds to a page is there. */
async function furnished(page: Page): Promise<void> {
  await expect(page.locator('button.keys')).toBeAttached();
  for (const [of, added] of [['pre', '.copy'], ['.math', 'math']] as const) {
    if ((await page.locator(of).count()) > 0) await expect(page.locator(added).first()).toBeAttached();
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const site of kSites) {
      for (const width of kWidths) {
        test(`axe has nothing to say of any kind of page, ${site}, ${width} pixels wide`, async ({ page, watch, blog, specimen, specimenRtl }) => {
          test.setTimeout(kPatience);
          watch.allow(/404/);
          await page.setViewportSize({ width, height: 900 });
          for (const path of kPages[site]()) {
            await page.goto({ blog, specimen, specimenRtl }[site] + path);
            await furnished(page);
            expect.soft(await violations(page), path).toEqual([]);
          }
        });
      }
    }

    test('axe has nothing to say of articles and of the windows over them', async ({ page, articles }) => {
      test.slow();
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
      test.slow();
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
  for (const site of kSites) {
    test(`no page needs scrolling sideways where the window ${name}, ${site}`, async ({ page, watch, blog, specimen, specimenRtl }) => {
      test.setTimeout(kPatience);
      watch.allow(/404/);
      await page.setViewportSize({ width, height: 640 });
      for (const path of kPages[site]()) {
        await page.goto({ blog, specimen, specimenRtl }[site] + path);
        await furnished(page);
        const needed = await page.evaluate((fontSize) => {
          document.documentElement.style.fontSize = fontSize;
          return document.documentElement.scrollWidth;
        }, size);
        expect.soft(needed, path).toBeLessThanOrEqual(width);
      }
    });
  }
}

test('the first Tab leads past the header', async ({ page, blog }) => {
  await page.goto(blog);
  await awake(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});
