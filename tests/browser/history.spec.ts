// Back, Forward and reload: the reader finds everything where it was left.
import type { Page } from '@playwright/test';
import { headingOf, post, titleOf } from './support/pages.ts';
import { addLink, documentsOf, linkTo, openAwake, scrolledTo } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const kPosition = 600;

test.use({ viewport: { width: 800, height: 400 } });

async function scrollDown(page: Page, position = kPosition): Promise<void> {
  // The event tells that the browser has taken note.
  await page.evaluate(
    (top) =>
      new Promise((scrolled) => {
        addEventListener('scroll', scrolled, { once: true });
        scrollTo(0, top);
      }),
    position,
  );
}

/** Follows a link wherever the page is scrolled to. */
async function follow(page: Page, path: string): Promise<void> {
  await linkTo(page, path).evaluate((link) => {
    (link as HTMLAnchorElement).click();
  });
}

test('Back and Forward restore page, title and position', { tag: '@everywhere' }, async ({ page, blog }) => {
  await openAwake(page, blog);
  const title = await page.title();
  const documents = documentsOf(page);
  await scrollDown(page);
  await follow(page, post(2));
  await expect(page.locator('main h1')).toHaveText(headingOf(post(2)));
  await scrollDown(page, 200);
  await page.goBack();
  await expect(page.locator('#entries')).toBeVisible();
  await expect(page).toHaveTitle(title);
  await expect.poll(() => scrolledTo(page)).toBe(kPosition);
  await page.goForward();
  await expect(page).toHaveTitle(titleOf(post(2)));
  await expect.poll(() => scrolledTo(page)).toBe(200);
  expect(documents).toEqual([]);
});

test('Back does not take the focus to the heading', async ({ page, blog }) => {
  await openAwake(page, blog + post(0));
  await page.locator('.site-header a').first().click();
  await expect(page.locator('#entries')).toBeVisible();
  await page.goBack();
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  await expect(page.locator('main h1')).not.toBeFocused();
});

test('a reload keeps the position, and Back works after it', async ({ page, blog }) => {
  await openAwake(page, blog);
  await scrollDown(page);
  await follow(page, post(2));
  await expect(page.locator('main h1')).toHaveText(headingOf(post(2)));
  await scrollDown(page, 150);
  await page.reload();
  await expect.poll(() => scrolledTo(page)).toBe(150);
  await page.goBack();
  await expect(page.locator('#entries')).toBeVisible();
  await expect.poll(() => scrolledTo(page)).toBe(kPosition);
});

test('the position outlasts a visit to a file', async ({ page, blog, watch }) => {
  watch.allow(/favicon/); // which the browser wants for a document that cannot name its own
  await openAwake(page, blog);
  await scrollDown(page);
  await page.goto(`${blog}posts.json`);
  await page.goBack();
  await expect.poll(() => scrolledTo(page)).toBe(kPosition);
});

test('Back through places on one page moves between them', async ({ page, blog }) => {
  await openAwake(page, blog);
  await page.evaluate(() => {
    document.querySelector('footer')?.setAttribute('id', 'end');
  });
  await (await addLink(page, { href: '#end' })).click();
  const documents = documentsOf(page);
  await expect.poll(() => scrolledTo(page)).toBeGreaterThan(0);
  const bottom = await scrolledTo(page);
  await page.goBack();
  await expect.poll(() => scrolledTo(page)).toBe(0);
  await page.goForward();
  await expect.poll(() => scrolledTo(page)).toBe(bottom);
  expect(documents).toEqual([]);
});

test('going back quickly ends where the last step leads', async ({ page, blog }) => {
  await openAwake(page, blog);
  const documents = documentsOf(page);
  await follow(page, post(0));
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  await page.locator('.site-header a').first().click();
  await expect(page.locator('#entries')).toBeVisible();
  await follow(page, post(1));
  await expect(page.locator('main h1')).toHaveText(headingOf(post(1)));
  await page.evaluate(() => {
    history.back();
    history.back();
  });
  await expect(page.locator('main h1')).toHaveText(headingOf(post(0)));
  await expect(page).toHaveURL(blog + post(0));
  expect(documents).toEqual([]);
});

test('nothing keeps the page out of the back/forward cache', async ({ page, blog }) => {
  await page.addInitScript(() => {
    const add = window.addEventListener.bind(window) as (...parameters: [string, EventListener]) => void;
    Object.defineProperty(window, 'addEventListener', {
      value: (...parameters: [string, EventListener]) => {
        if (parameters[0].endsWith('unload')) console.error(`a handler of ${parameters[0]}`);
        add(...parameters);
      },
    });
  });
  await openAwake(page, blog);
});
