// Following links inside the page: what a reader sees, hears and finds in the address, and which links are left alone.
import type { Page } from '@playwright/test';
import { allPosts, headingOf, placeIn, post, titleOf } from './support/pages.ts';
import { addLink, documentsOf, hold, linkTo, openAwake, scrolledTo } from './support/steps.ts';
import { expect, test } from './support/test.ts';

test('a click draws the post without loading a document', { tag: '@everywhere' }, async ({ page, blog }) => {
  await openAwake(page, blog);
  const documents = documentsOf(page);
  await page.evaluate(() => {
    scrollTo(0, 120);
  });
  await linkTo(page, post(0)).click();
  await expect(page).toHaveURL(blog + post(0));
  await expect(page).toHaveTitle(titleOf(post(0)));
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  await expect(page.locator('main h1')).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('data-page', 'post');
  await expect(page.locator('#status')).toHaveText(titleOf(post(0)));
  expect(await scrolledTo(page)).toBe(0);
  expect(documents).toEqual([]);
});

test('the way goes on from page to page', { tag: '@everywhere' }, async ({ page, blog }) => {
  await openAwake(page, blog + post(3));
  const documents = documentsOf(page);
  await page.locator('.site-header a').first().click();
  await expect(page).toHaveURL(blog);
  await expect(page.locator('#entries')).toBeVisible();
  await linkTo(page, post(5)).click();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(5)));
  await page.locator('main a[href*="tags/"]').first().click();
  await expect(page.locator('html')).toHaveAttribute('data-page', 'tag');
  await linkTo(page, post(5)).click();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(5)));
  expect(documents).toEqual([]);
});

test('the head is that of the new page', async ({ page, blog }) => {
  const headOf = (): Promise<string[]> =>
    page.evaluate(() => {
      const ofSite = 'link[rel=stylesheet], link[rel=icon], script';
      return [...document.head.children].filter((element) => !element.matches(ofSite)).map(({ outerHTML }) => outerHTML).sort();
    });
  await page.goto(blog + post(1));
  const prerendered = await headOf();
  await openAwake(page, blog);
  await linkTo(page, post(1)).click();
  await expect(page).toHaveTitle(titleOf(post(1)));
  expect(await headOf()).toEqual(prerendered);
});

test('a link to a place on another page leads there', async ({ page, blog }) => {
  const target = allPosts().find((path) => hasPlace(path)) ?? '';
  const id = placeIn(target);
  await openAwake(page, blog);
  const documents = documentsOf(page);
  const link = await addLink(page, { href: `${target}#${id}` });
  await link.click();
  await expect(page).toHaveURL(`${blog}${target}#${id}`);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  await expect(page.locator(`[id="${id}"]`)).toBeFocused();
  expect(documents).toEqual([]);
});

test('a link to a place on this page is left to the browser', async ({ page, blog }) => {
  const target = allPosts().find((path) => hasPlace(path)) ?? '';
  const id = placeIn(target);
  await openAwake(page, blog + target);
  const main = await page.locator('main').elementHandle();
  const link = await addLink(page, { href: `#${id}` });
  await link.click();
  await expect(page.locator(':target')).toHaveAttribute('id', id);
  await page.goBack();
  await expect(page).toHaveURL(blog + target);
  await expect.poll(() => scrolledTo(page)).toBe(0);
  expect(await main?.evaluate((element) => element.isConnected)).toBe(true);
});

test('the link to the page itself draws it again and adds nothing to the history', async ({ page, blog }) => {
  await openAwake(page, blog);
  const documents = documentsOf(page);
  const before = await page.evaluate(() => history.length);
  const main = await page.locator('main').elementHandle();
  await page.locator('.site-header a').first().click();
  await expect.poll(() => main?.evaluate((element) => element.isConnected)).toBe(false);
  expect(await page.evaluate(() => history.length)).toBe(before);
  expect(documents).toEqual([]);
});

test('links to anything but a page of the site are left to the browser', async ({ page, blog }) => {
  await openAwake(page, blog);
  const links: Record<string, string>[] = [
    { href: 'posts.json' },
    { href: `${post(0)}index.md` },
    { href: './', download: '' },
    { href: './', target: '_blank' },
    { href: 'mailto:nobody@example.org' },
    { href: 'https://example.org/' },
    { href: '//example.org/' },
    { href: '/\\example.org/' },
    { href: 'http://[' },
  ];
  for (const attributes of links) {
    const link = await addLink(page, attributes);
    expect(await isTakenOver(page, () => link.click()), attributes['href']).toBe(false);
    await link.evaluate((element) => {
      element.remove();
    });
  }
});

test('clicks with a modifier are left to the browser', async ({ page, blog }) => {
  await openAwake(page, blog);
  for (const modifier of ['Control', 'Shift', 'Alt', 'Meta'] as const) {
    const click = (): Promise<void> => linkTo(page, post(0)).click({ modifiers: [modifier] });
    expect(await isTakenOver(page, click), modifier).toBe(false);
  }
});

test('of two clicks the last one wins', async ({ page, blog }) => {
  await openAwake(page, blog);
  const documents = documentsOf(page);
  const release = await hold(page, `**/${post(0)}index.md*`);
  const slow = page.waitForResponse(`**/${post(0)}index.md*`);
  await linkTo(page, post(0)).click();
  await linkTo(page, post(1)).click();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(1)));
  release();
  await (await slow).finished();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(1)));
  await expect(page).toHaveURL(blog + post(1));
  expect(documents).toEqual([]);
});

for (const motion of ['no-preference', 'reduce'] as const) {
  test(`a view transition is made where motion is ${motion}`, async ({ page, blog }) => {
    await page.emulateMedia({ reducedMotion: motion });
    await page.addInitScript(() => {
      const start = document.startViewTransition.bind(document);
      document.startViewTransition = (update) => {
        document.documentElement.setAttribute('data-transition', 'made');
        return start(update);
      };
    });
    await openAwake(page, blog);
    await linkTo(page, post(0)).click();
    await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
    const made = await page.locator('html').getAttribute('data-transition');
    expect(made).toBe(motion === 'no-preference' ? 'made' : null);
  });
}

test('a click in the midst of a transition counts', async ({ page, blog }) => {
  await openAwake(page, blog);
  await linkTo(page, post(0)).click();
  await expect(page.locator('article')).toBeVisible();
  await page.locator('.site-header a').first().click();
  await expect(page.locator('#entries')).toBeVisible();
  await expect(page).toHaveURL(blog);
});

/** Whether the script keeps the browser from following the click; nothing is followed. */
async function isTakenOver(page: Page, click: () => Promise<void>): Promise<unknown> {
  await page.evaluate(() => {
    addEventListener(
      'click',
      (event) => {
        Object.assign(window, { isTakenOver: event.defaultPrevented });
        event.preventDefault();
      },
      { once: true },
    );
  });
  await click();
  return page.evaluate(() => Reflect.get(window, 'isTakenOver') as unknown);
}

function hasPlace(path: string): boolean {
  try {
    return placeIn(path) !== '';
  } catch {
    return false;
  }
}
