// Code is coloured by ranges, without a change to the page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { allPosts, prerendered } from './support/pages.ts';
import { folderOf } from './support/served.ts';
import { engineFile, linkTo, openAwake, requestsOf, shifts, watchShifts } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** What is coloured, by the colour's name: the texts of the ranges. */
async function coloured(page: Page, within = 'main'): Promise<Record<string, string[]>> {
  return page.evaluate((selector) => {
    const scope = document.querySelector(selector);
    const found: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      for (const range of highlight) {
        if (!scope?.contains(range.startContainer)) continue;
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        (found[name.replace('token-', '')] ??= []).push(live.toString());
      }
    }
    return found;
  }, within);
}

async function ranges(page: Page): Promise<number> {
  return page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
}

test('tokens become ranges, and the page stays as it came', async ({ page, articles }) => {
  await page.goto(`${articles}code/`);
  const sql = 'code.language-sql';
  await expect.poll(() => coloured(page, sql)).toMatchObject({
    comment: ['-- the newest first'],
    number: ['12'],
    string: ["'text'"],
  });
  expect((await coloured(page, sql))['keyword']).toEqual(expect.arrayContaining(['SELECT', 'FROM', 'WHERE']));
  expect(await page.locator('pre code :not(.code-line)').count()).toBe(0);
});

test('a token can go over the lines of numbered code', async ({ page, articles }) => {
  await page.goto(`${articles}code/`);
  await expect
    .poll(async () => (await coloured(page, 'code.language-cpp'))['comment'])
    .toEqual(['/* The first line\n   and the second. */']);
  await expect.poll(async () => (await coloured(page, 'code.language-python'))['comment']).toEqual(['# gone', '# here']);
  expect((await coloured(page, 'code.language-python'))['string']).toEqual(['f"', ' is three"']);
});

test('every language has its file, its names, and languages within', async ({ page, articles }) => {
  await page.goto(`${articles}code/`);
  const plain = new Set(['language-brainfuck']);
  const names = await page.locator('pre > code[class]').evaluateAll((codes) => codes.map((code) => code.getAttribute('class') ?? ''));
  expect(names.length).toBeGreaterThan(18);
  for (const name of names) {
    const count = async (): Promise<number> => Object.keys(await coloured(page, `code.${name}`)).length;
    if (plain.has(name)) expect(await count(), name).toBe(0);
    else await expect.poll(count, name).toBeGreaterThan(0);
  }
  expect((await coloured(page, 'code.language-html'))['keyword']).toContain('const');
  expect((await coloured(page, 'code.language-console'))['string']).toContain('"console"');
  expect((await coloured(page, 'code.language-dockerfile'))['string']).toContain('"docker"');
});

test('only what the page has use for is fetched', async ({ page, articles }) => {
  const scripts = requestsOf(page, (request) => request.url().endsWith('.js'));
  await openAwake(page, articles);
  const atFirst = scripts.filter((url) => url !== articles + engineFile('offline'));
  expect(atFirst).toHaveLength(2); // the theme's and the script
  await page.goto(`${articles}code/`);
  await expect.poll(() => ranges(page)).toBeGreaterThan(20);
  expect(scripts).toContain(articles + engineFile('language sql'));
  expect(scripts).not.toContain(articles + engineFile('math'));
});

test('nothing moves when code is coloured and has its buttons', async ({ page, articles }) => {
  await watchShifts(page);
  await page.goto(`${articles}code/`);
  await expect.poll(() => ranges(page)).toBeGreaterThan(20);
  await expect(page.locator('.copy').first()).toBeAttached();
  expect(await shifts(page)).toBe(0);
});

test('where the browser cannot, code stays plain', async ({ page, articles }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights');
    Reflect.deleteProperty(Object.getPrototypeOf(CSS) as object, 'highlights');
  });
  await openAwake(page, `${articles}code/`);
  await expect(page.locator('.copy').first()).toBeAttached();
  await expect(page.locator('code.language-sql')).toBeVisible();
});

test('a page drawn by the core has its own colours, and those of the one before are gone', async ({ page, blog }) => {
  const withCode = allPosts().filter((path) => /class="language-(sql|python|ruby|bash)"/.test(prerendered(path)));
  const [path = ''] = withCode;
  await openAwake(page, blog);
  expect(await ranges(page)).toBe(0);
  await linkTo(page, path).click();
  await expect(page.locator('article')).toBeVisible();
  await expect.poll(() => ranges(page)).toBeGreaterThan(0);
  const isEveryRangeHere = await page.evaluate(() =>
    [...CSS.highlights.values()].every((highlight) => [...highlight].every(({ startContainer }) => startContainer.isConnected)),
  );
  expect(isEveryRangeHere).toBe(true);
  await page.goBack();
  await expect(page.locator('#entries')).toBeVisible();
  expect(await ranges(page)).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every colour of code can be read, ${colorScheme}`, async ({ page, articles }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${articles}code/`);
    const style = readFileSync(join(folderOf('blog'), await styleOf(page)), 'utf8');
    const names = [...new Set([...style.matchAll(/--token-[a-z]+(?=:)/g)].map(([name]) => name))];
    expect(names.length).toBeGreaterThanOrEqual(10);
    for (const background of ['--code-bg', '.code-line.is-marked', '.code-line.is-added', '.code-line.is-removed']) {
      for (const name of names) {
        const ratio = await page.evaluate(contrast, { name, background });
        expect.soft(ratio, `${name} on ${background}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
}

async function styleOf(page: Page): Promise<string> {
  return (await page.locator('link[rel=stylesheet]').getAttribute('href'))?.replace('../', '') ?? '';
}

/** Runs in the page, which knows what its colours are; `background` is a property, or what lies over --code-bg. */
function contrast({ name, background }: { readonly name: string; readonly background: string }): number {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const probe = document.createElement('span');
  document.body.append(probe);
  const computed = (value: string): string => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const painted = (...colours: string[]): number => {
    if (!context) throw new Error('no canvas');
    for (const colour of colours) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const layers = [computed('var(--code-bg)')];
  const line = background.startsWith('.') ? document.querySelector(background) : null;
  if (line) layers.push(getComputedStyle(line).backgroundColor);
  const below = painted(...layers);
  const above = painted(...layers, computed(`var(${name})`));
  probe.remove();
  return (Math.max(below, above) + 0.05) / (Math.min(below, above) + 0.05);
}
