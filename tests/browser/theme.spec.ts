// Light, dark, or as the system is; and the author's own colours.
import type { Page } from '@playwright/test';
import { post } from './support/pages.ts';
import { awake, linkTo, openAwake, shifts, watchShifts } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const kLight = 'rgb(251, 250, 246)';
const kDark = 'rgb(24, 22, 19)';

async function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the button goes through the three themes, from one that shows, in a ${colorScheme} system`, async ({ page, blog }) => {
    await page.emulateMedia({ colorScheme });
    await openAwake(page, blog);
    const button = page.locator('button.theme');
    const meta = page.locator('meta[name=theme-color]');
    const [system, other] = colorScheme === 'light' ? [kLight, kDark] : [kDark, kLight];
    const opposite = colorScheme === 'light' ? 'dark' : 'light';
    const states = [
      ['as the system', system, null],
      [opposite, other, opposite],
      [colorScheme, system, colorScheme],
      ['as the system', system, null],
    ] as const;
    for (const [index, [name, colour, kept]] of states.entries()) {
      if (index > 0) await button.click();
      await expect(button).toHaveAccessibleName(`Theme: ${name}`);
      expect(await background(page)).toBe(colour);
      await expect(meta).toHaveAttribute('content', colour);
      expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe(kept);
    }
    await expect(page.locator('#status')).toHaveText('Theme: as the system');
  });
}

test('a system that changes its mind is followed', async ({ page, blog }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openAwake(page, blog);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await background(page)).toBe(kDark);
  await expect(page.locator('meta[name=theme-color]')).toHaveAttribute('content', kDark);
});

test('the choice is there before the first frame, on every page', { tag: '@everywhere' }, async ({ page, blog }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => {
    localStorage.setItem('theme', 'dark');
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = (): void => {
      // Without its style a page has no colour yet.
      const { backgroundColor } = getComputedStyle(document.documentElement);
      if (document.querySelector('main')) seen.push(backgroundColor);
      if (seen.length < 20) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  for (const path of ['', post(0)]) {
    await page.goto(blog + path);
    await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length === 20);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(new Set(seen)).toEqual(new Set([kDark]));
  }
});

test('where the address leads nowhere, the choice counts as well', { tag: '@404' }, async ({ page, blog, watch }) => {
  watch.allow(/404/);
  await page.addInitScript(() => {
    localStorage.setItem('theme', 'dark');
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${blog}nowhere/`);
  await expect.poll(() => background(page)).toBe(kDark);
});

test('theme and button go along to the next page', async ({ page, blog }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openAwake(page, blog);
  await page.locator('button.theme').click();
  await linkTo(page, post(0)).click();
  await expect(page.locator('article')).toBeVisible();
  await expect(page.locator('button.theme')).toHaveCount(1);
  await expect(page.locator('button.theme')).toHaveAccessibleName('Theme: dark');
  await expect(page.locator('meta[name=theme-color]')).toHaveAttribute('content', kDark);
  expect(await background(page)).toBe(kDark);
});

test('another tab of the site follows', async ({ page, blog, context }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openAwake(page, blog);
  const other = await context.newPage();
  await openAwake(other, blog);
  await other.emulateMedia({ colorScheme: 'light' });
  await page.locator('button.theme').click();
  await expect.poll(() => background(other)).toBe(kDark);
});

test('without storage the choice lasts as long as the document', async ({ page, blog }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await openAwake(page, blog);
  await page.locator('button.theme').click();
  expect(await background(page)).toBe(kDark);
});

test('the buttons have their room before they come', async ({ page, blog }) => {
  for (const width of [320, 1200]) {
    await page.setViewportSize({ width, height: 800 });
    await watchShifts(page);
    for (const path of ['', post(0), 'about/']) {
      await page.goto(blog + path);
      await awake(page);
      await expect(page.locator('button.keys')).toBeAttached();
      expect(await shifts(page), `${path} at ${width}`).toBe(0);
    }
  }
});

// As an author's style sheet does, which is in no layer and comes last.
const kAuthorNames: readonly (readonly [name: string, selector: string, property: string])[] = [
  ['--theme', 'html', 'background-color'],
  ['--background', 'html', 'background-color'],
  ['--primary', 'html', 'color'],
  ['--foreground', 'html', 'color'],
  ['--secondary', '.site-footer', 'color'],
  ['--muted', '.site-footer', 'color'],
  ['--tertiary', 'kbd', 'border-top-color'],
  ['--border', 'pre', 'border-top-color'],
  ['--code-bg', 'pre', 'background-color'],
  ['--code-block-bg', 'pre', 'background-color'],
  ['--accent', '.prose a', 'text-decoration-color'],
  ['--token-keyword', 'pre', '::highlight(token-keyword)'],
];

test("PaperMod's names of colours and measures count, and so do ours", async ({ page, articles }) => {
  await openAwake(page, `${articles}reading/`);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '#first';
    document.querySelector('.prose')?.append(link);
  });
  for (const [name, selector, property] of kAuthorNames) {
    const value = await page.evaluate(readWith, { rule: `:root { ${name}: rgb(1, 2, 3) }`, selector, property });
    expect.soft(value, name).toBe('rgb(1, 2, 3)');
  }
  for (const [name, selector, property] of [
    ['--radius', 'pre', 'border-top-left-radius'],
    ['--gap', '.site-header', 'column-gap'],
  ] as const) {
    const value = await page.evaluate(readWith, { rule: `:root { ${name}: 11px }`, selector, property });
    expect.soft(value, name).toBe('11px');
  }
  const width = await page.evaluate(readWith, { rule: ':root { --main-width: 300px }', selector: 'article', property: 'width' });
  expect.soft(width, '--main-width').toBe('300px');
  const own = await page.evaluate(readWith, { rule: 'h1 { color: rgb(1, 2, 3) }', selector: 'h1', property: 'color' });
  expect.soft(own, 'a plain rule').toBe('rgb(1, 2, 3)');
});

/** What an element looks like as long as an author's rule is there. */
function readWith({ rule, selector, property }: Readonly<Record<'rule' | 'selector' | 'property', string>>): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rule);
  document.adoptedStyleSheets.push(sheet);
  const element = document.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  const value = property.startsWith('::')
    ? getComputedStyle(element, property).color
    : getComputedStyle(element).getPropertyValue(property);
  document.adoptedStyleSheets.pop();
  return value;
}
