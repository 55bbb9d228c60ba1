// The core draws in the page what the build has written: the same bytes, and the same elements once they are in place.
// Search answers in a page and in a worker as it does in Node; tests/search_parity.mjs compares Node with the command.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openSearch } from '../search_in_node.mjs';
import { drawQueries } from '../search_queries.mjs';
import { bundled, pagesThatDiffer } from './support/drawn_here.ts';
import { allPages, allPosts, headingOf } from './support/pages.ts';
import { folderOf } from './support/served.ts';
import { engineModule, linkTo, openAwake } from './support/steps.ts';
import { expect, test } from './support/test.ts';

test('every page has the same bytes in the page and in its file', async ({ page, blog }) => {
  test.slow();
  const paths = allPages();
  expect(paths.length).toBeGreaterThan(40);
  const different = await pagesThatDiffer(page, blog, paths);
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

test('every query has the same hits in a page, in a worker and in Node', async ({ page, blog }) => {
  test.slow();
  const site = folderOf('blog');
  const queries = drawQueries(site, 500, 2);
  const head = JSON.parse(readFileSync(join(site, 'posts.json'), 'utf8')) as { _daybook: { search: { root: string } } };
  const bundle = await bundled('hits');
  // A document without a policy, which lets a script be put into it and into a worker.
  await page.route(`${blog}empty.html`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.route(`${blog}hits.js`, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `${bundle}; onmessage = ({ data }) => hits.answers(...data).then(postMessage);`,
    }),
  );
  await page.goto(`${blog}empty.html`);
  const question = [blog, blog + engineModule('search'), head._daybook.search.root, queries] as const;
  const inPage = await page.evaluate(`(() => { ${bundle}; return hits; })().answers(...${JSON.stringify(question)})`);
  const inWorker = await page.evaluate(
    (data) =>
      new Promise((resolve, reject) => {
        const worker = new Worker('hits.js');
        worker.onmessage = (event) => {
          resolve(event.data);
        };
        worker.onerror = ({ message }) => {
          reject(new Error(message));
        };
        worker.postMessage(data);
      }),
    question,
  );
  const inNode = queries.map(await openSearch(join(site, engineModule('search')), site));
  expect(inNode.filter((answer) => answer.includes('"path"')).length).toBeGreaterThan(300);
  expect(inPage).toEqual(inNode);
  expect(inWorker).toEqual(inNode);
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
