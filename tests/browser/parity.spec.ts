// The core draws in the page what the build has written: the same bytes, and the same elements once they are in place.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { allPages, allPosts, headingOf } from './support/pages.ts';
import { folderOf } from './support/served.ts';
import { linkTo, openAwake } from './support/steps.ts';
import { expect, test } from './support/test.ts';

test('every page has the same bytes in the page and in its file', async ({ page, blog }) => {
  test.slow();
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('support/parity.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'parity',
  });
  const coreFile = readdirSync(join(folderOf('blog'), 'a')).find((file) => file.endsWith('.wasm')) ?? '';
  await page.goto(blog);
  const paths = allPages();
  expect(paths.length).toBeGreaterThan(40);
  // As a script of the page it would be refused: the policy knows only the site's files.
  const different = await page.evaluate(
    `(() => { ${bundle.outputFiles[0]?.text ?? ''}; return parity; })().differences(...${JSON.stringify([
      blog,
      `${blog}a/${coreFile}`,
      paths,
    ])})`,
  );
  expect(different).toEqual([]);
});

test('every post that is clicked to has the elements of its file', async ({ page, browser, blog }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openAwake(page, blog);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const other = await plain.newPage();
  for (const path of allPosts()) {
    await linkTo(page, path).click();
    await expect(page.locator('main h1')).toHaveText(headingOf(path));
    await other.goto(blog + path);
    expect(await elementsOf(page), path).toEqual(await elementsOf(other));
    await page.goBack();
    await expect(page.locator('#entries')).toBeVisible();
  }
  await plain.close();
});

/** What is swapped, without what script adds: marks on headings and contents, buttons, frames of code, typeset formulas. */
function elementsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body > header, main, body > footer')].map((element) => {
      const copy = element.cloneNode(true) as Element;
      copy.querySelector('h1')?.removeAttribute('tabindex');
      for (const added of copy.querySelectorAll('button:is(.theme, .keys, .copy, .zoom)')) added.remove();
      for (const formula of copy.querySelectorAll('.math')) {
        formula.replaceChildren();
        formula.removeAttribute('style');
      }
      for (const image of copy.querySelectorAll('img.zoomable')) image.removeAttribute('class');
      for (const link of copy.querySelectorAll('nav.contents a')) link.removeAttribute('aria-current');
      for (const frame of copy.querySelectorAll('div.code')) frame.replaceWith(...frame.childNodes);
      return copy.outerHTML;
    }),
  );
}
