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

    for (const [name, path] of Object.entries(kPages)) {
      test(`axe has nothing to say of ${name}`, async ({ page, blog, watch }) => {
        if (name === '404') watch.allow(/404/);
        await page.goto(blog + path());
        expect(await violations(page)).toEqual([]);
      });
    }

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

// A window of 640 pixels at 200 % leaves the page the 320 that WCAG asks for; the text alone is enlarged by the second.
for (const [name, zoom] of Object.entries({ 'is 320 pixels wide': '100%', 'enlarges its text to 200 %': '200%' })) {
  for (const [kind, path] of Object.entries(kPages)) {
    test(`${kind} needs no scrolling sideways where the window ${name}`, async ({ page, blog, watch }) => {
      if (kind === '404') watch.allow(/404/);
      await page.setViewportSize({ width: zoom === '100%' ? 320 : 640, height: 640 });
      await page.goto(blog + path());
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, zoom);
      const width = await page.evaluate(() => ({ page: document.documentElement.scrollWidth, window: innerWidth }));
      expect(width.page).toBeLessThanOrEqual(width.window);
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
