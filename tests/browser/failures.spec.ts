// Whatever goes wrong, the reader gets the page: as a plain document where the core cannot draw it.
import type { Route } from '@playwright/test';
import { headingOf, post } from './support/pages.ts';
import { documentsOf, hold, linkTo, openAwake, requestsOf, stopClock } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const kSource = /index\.md/;
const kCore = /\.wasm$/;

test('Markdown that is missing: the link is followed', async ({ page, blog, watch }) => {
  watch.allow(/404/);
  await openAwake(page, blog);
  await page.route(kSource, (route) => route.fulfill({ status: 404, body: 'none' }));
  const documents = documentsOf(page);
  await linkTo(page, post(0)).click();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  expect(documents).toEqual([blog + post(0)]);
});

test('Markdown with a flipped byte is fetched once more, past the cache', async ({ page, blog }) => {
  await openAwake(page, blog);
  let times = 0;
  await page.route(kSource, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    if (++times === 1) body[20] = (body[20] ?? 0) ^ 1;
    await route.fulfill({ response, body });
  });
  const documents = documentsOf(page);
  await linkTo(page, post(0)).click();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  expect(times).toBe(2);
  expect(documents).toEqual([]);
});

test('Markdown that never matches its hash: the link is followed', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.route(kSource, (route) => route.fulfill({ body: 'something else', contentType: 'text/markdown' }));
  const sources = requestsOf(page, (request) => kSource.test(request.url()));
  const documents = documentsOf(page);
  await linkTo(page, post(0)).evaluate((link) => {
    (link as HTMLAnchorElement).click();
  });
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  expect(sources).toHaveLength(2);
  expect(documents).toEqual([blog + post(0)]);
});

test('a front page in the place of the manifest is no manifest', async ({ page, blog }) => {
  await page.route(/posts\.json$/, (route) => route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }));
  await openAwake(page, blog);
  const documents = documentsOf(page);
  await linkTo(page, post(0)).click();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  expect(documents).toEqual([blog + post(0)]);
});

test('Markdown that does not come in eight seconds: the link is followed', async ({ page, blog }) => {
  await openAwake(page, blog);
  const release = await hold(page, kSource);
  await stopClock(page);
  const documents = documentsOf(page);
  const asked = page.waitForRequest(kSource);
  await linkTo(page, post(0)).click();
  await asked;
  await page.clock.runFor(7900);
  expect(documents).toEqual([]);
  await page.clock.runFor(200);
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  expect(documents).toEqual([blog + post(0)]);
  release();
});

test('a core that does not come in a second: the link is followed', async ({ page, blog }) => {
  const release = await hold(page, kCore);
  await page.goto(blog);
  const documents = documentsOf(page);
  await linkTo(page, post(0)).click();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  expect(documents).toEqual([blog + post(0)]);
  release();
});

test('Back without what it takes loads the document', async ({ page, blog, context, watch }) => {
  watch.allow(/404/);
  await openAwake(page, blog);
  await linkTo(page, post(0)).click();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  await page.locator('.site-header a').first().click();
  await expect(page.locator('#entries')).toBeVisible();
  await page.reload();
  await context.route(kSource, (route) => route.fulfill({ status: 404, body: 'none' }));
  const documents = documentsOf(page);
  await page.goBack();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  expect(documents).toEqual([blog + post(0)]);
});

test('half a core is fetched once more, then the filter goes and links are plain', async ({ page, blog, watch }) => {
  watch.allow(/integrity/i);
  const halve = async (route: Route): Promise<void> => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
  };
  await page.route(kCore, halve, { times: 2 });
  const cores = requestsOf(page, (request) => kCore.test(request.url()));
  await page.goto(blog);
  await expect(page.locator('#filter')).toBeHidden();
  expect(cores).toHaveLength(2);
  const documents = documentsOf(page);
  await linkTo(page, post(0)).click();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  expect(documents).toEqual([blog + post(0)]);
});

test('a core without its type works', async ({ page, blog }) => {
  await page.route(kCore, async (route) => {
    await route.fulfill({ response: await route.fetch(), contentType: 'text/plain' });
  });
  await openAwake(page, blog);
  const documents = documentsOf(page);
  await linkTo(page, post(0)).click();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  expect(documents).toEqual([]);
});

test('without a network the link is followed, once', async ({ page, blog, context, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED/);
  await openAwake(page, blog);
  await context.setOffline(true);
  const documents = documentsOf(page);
  const failed = page.waitForEvent('requestfailed', (request) => request.isNavigationRequest());
  await linkTo(page, post(0)).click();
  await failed;
  expect(documents).toEqual([blog + post(0)]);
});

test.describe('a core that traps', () => {
  // From the given call on, the core's own code is replaced by the trap that a bug in it would be.
  const trapAfter = (calls: number): void => {
    const instantiate = WebAssembly.instantiateStreaming.bind(WebAssembly);
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const result = await instantiate(source, imports);
      const { daybook_ask: ask, ...rest } = result.instance.exports;
      let left = calls;
      const trapping = (...values: unknown[]): unknown => {
        if (left-- > 0) return (ask as (...given: unknown[]) => unknown)(...values);
        throw new WebAssembly.RuntimeError('unreachable');
      };
      return { module: result.module, instance: { exports: { ...rest, daybook_ask: trapping } } };
    };
  };

  test('on a click: the link is followed', async ({ page, blog }) => {
    await page.addInitScript(trapAfter, 0);
    await openAwake(page, blog);
    const documents = documentsOf(page);
    await linkTo(page, post(0)).evaluate((link) => {
      (link as HTMLAnchorElement).click();
    });
    await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
    expect(documents).toEqual([blog + post(0)]);
  });

  test('on turning to a link: the link is plain', async ({ page, blog }) => {
    await page.addInitScript(trapAfter, 0);
    await openAwake(page, blog);
    await linkTo(page, post(0)).focus();
    await expect(page.locator('#filter')).toBeHidden();
    const documents = documentsOf(page);
    await linkTo(page, post(0)).click();
    await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
    expect(documents).toEqual([blog + post(0)]);
  });

  test('on the first key in the filter: the list stays whole and the filter goes', async ({ page, blog }) => {
    await page.addInitScript(trapAfter, 0);
    await openAwake(page, blog);
    const all = await page.locator('#entries a').count();
    await page.locator('#query').pressSequentially('p');
    await expect(page.locator('#filter')).toBeHidden();
    await expect(page).toHaveURL(blog);
    expect(await page.locator('#entries a').count()).toBe(all);
  });

  test('on a later key in the filter: the whole list comes back', async ({ page, blog }) => {
    await page.addInitScript(trapAfter, 3);
    await openAwake(page, blog);
    const all = await page.locator('#entries a').count();
    const documents = documentsOf(page);
    await page.locator('#query').pressSequentially('p');
    await expect(page.locator('#entries [data-count]')).toBeVisible();
    await page.locator('#query').pressSequentially('ost');
    await expect.poll(() => documents).toEqual([blog]);
    await expect(page.locator('#entries a')).toHaveCount(all);
  });
});
