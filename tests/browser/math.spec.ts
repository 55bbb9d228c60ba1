// Formulas are typeset as MathML, by script alone.
import type { Page } from '@playwright/test';
import { allPosts } from './support/pages.ts';
import { engineFile, hold, linkTo, openAwake, requestsOf, shifts, watchShifts } from './support/steps.ts';
import { expect, test } from './support/test.ts';

test('TeX becomes MathML, in the line and by itself', async ({ page, articles }) => {
  await page.goto(`${articles}math/`);
  await expect(page.locator('.prose > p').first().locator('span.math > math')).toHaveCount(2);
  const block = page.locator('div.math > math').first();
  await expect(block).toHaveAttribute('display', 'block');
  await expect(block.locator('msubsup')).toHaveCount(1);
  await expect(page.locator('div.math').first()).toHaveAttribute('aria-label', 'Formula');
  expect(await page.evaluate(() => document.querySelector('math')?.namespaceURI)).toContain('MathML');
});

test('what cannot be read stays as it was and says why', async ({ page, articles }) => {
  await page.goto(`${articles}math/`);
  await expect(page.locator('math').first()).toBeAttached();
  const broken = page.locator('#broken > code');
  await expect(broken).toHaveText('\\frac{1');
  await expect(broken).toHaveAttribute('title', /^Unexpected end of input/);
});

test('the rest is typeset before it comes into view, and knows what was defined', async ({ page, articles }) => {
  await page.goto(`${articles}math/`);
  await expect(page.locator('math').first()).toBeAttached();
  const far = page.locator('#far');
  await expect(far.locator('math')).toHaveCount(0);
  await page.evaluate(() => {
    const { top } = document.querySelector('#far')?.getBoundingClientRect() ?? { top: 0 };
    scrollTo({ top: top - 2 * innerHeight, behavior: 'instant' });
  });
  await expect(far).not.toBeInViewport();
  await expect(far.locator('mfrac')).toHaveCount(1);
});

test('print has every formula', async ({ page, articles }) => {
  await page.goto(`${articles}math/`);
  await expect(page.locator('math').first()).toBeAttached();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('#far math')).toHaveCount(1);
});

const kFormulas = 'posts/formulas-by-themselves/';

for (const width of [1200, 400]) {
  test.describe(`in a window ${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('the first frame has its formulas, though they come late, and nothing moves', async ({ page, specimen }) => {
      await waitForEver(page);
      await watchShifts(page);
      const release = await hold(page, `${specimen}${engineFile('math')}`);
      const loaded = page.goto(specimen + kFormulas);
      await page.waitForSelector('.prose', { state: 'attached' });
      expect(await firstPaint(page)).toBeUndefined();
      release();
      await loaded;
      await expect.poll(() => firstPaint(page)).toBeDefined();
      await expect(page.locator('math').first()).toBeVisible();
      expect(await shifts(page)).toBe(0);
    });

    test('text is shown with TeX in it when they come too late', async ({ page, specimen }) => {
      await watchShifts(page);
      const release = await hold(page, `${specimen}${engineFile('math')}`);
      await page.goto(specimen + kFormulas, { waitUntil: 'commit' });
      await expect.poll(() => firstPaint(page)).toBeDefined();
      await expect(page.locator('.math > code').first()).toBeVisible();
      release();
      await expect(page.locator('math').first()).toBeAttached();
      const sum = await shifts(page);
      console.log(`layout shift of formulas that come too late, at ${width} pixels: ${sum.toFixed(4)}`);
      expect(sum).toBeLessThan(0.15);
    });
  });
}

/** The first frame waits for formulas as long as it takes, however slow the machine. */
async function waitForEver(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const { removeAttribute } = Element.prototype;
    Element.prototype.removeAttribute = function (name) {
      if (name !== 'blocking') removeAttribute.call(this, name);
    };
  });
}

/** When the page was first seen, in ms. */
async function firstPaint(page: Page): Promise<number | undefined> {
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
}

test('a page without formulas fetches nothing for them', async ({ page, articles }) => {
  const scripts = requestsOf(page, (request) => request.url().endsWith('.js'));
  await openAwake(page, `${articles}reading/`);
  await expect(page.locator('.copy')).toBeAttached();
  const forPage = scripts.filter((url) => url !== articles + engineFile('offline'));
  expect(forPage).toHaveLength(4); // the theme's, the script, what helps to read, its dialog
});

test('formulas of a page that the core has drawn are typeset', async ({ page, blog }) => {
  await addFormula(page);
  await openAwake(page, blog);
  const [path = ''] = allPosts();
  await linkTo(page, path).click();
  await expect(page.locator('.prose .math > math')).toHaveCount(1);
  await page.goBack();
  await expect(page.locator('#entries')).toBeVisible();
  await expect(page.locator('math')).toHaveCount(0);
});

/** Whatever article the core draws, it begins with a formula. */
async function addFormula(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const parse = DOMParser.prototype.parseFromString;
    DOMParser.prototype.parseFromString = function (...parameters) {
      const parsed = parse.apply(this, parameters);
      const formula = parsed.createElement('span');
      formula.className = 'math';
      formula.append(parsed.createElement('code'));
      formula.firstElementChild?.append('x^2');
      parsed.querySelector('.prose')?.prepend(formula);
      return parsed;
    };
  });
}
