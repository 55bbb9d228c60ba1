// How pages look, compared with the pictures in screenshots/. What differs by more than the eye would forgive fails, and
// build/browser/ then has the three pictures: expected, actual, difference.
//
// After a change of the look: node_modules/.bin/playwright test -c tests/browser screenshots -u, then
// tests/browser/screenshots/shrink; look at every picture that git says has changed, and commit them with the change.
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

// Faces that are not ours are named, since systems differ; those named come with scripts/setup.
const kFaces = `
  :root { --mono: "Liberation Mono"; --serif: "Daybook Serif", Amiri; }
  .math { visibility: hidden; overflow: hidden; }
  span.math { display: inline-block; width: 3em; height: 1em; }
  div.math { height: 4rem; }
  [lang="ja"] { visibility: hidden; }
`;

const kWidths = [390, 768, 1440];
const kPages = {
  index: '',
  article: 'posts/the-tide-in-the-well/',
  code: 'posts/one-pass-over-a-year-of-readings/',
  tag: 'tags/method/',
  '404': 'nowhere/at/all/',
};

const kQuery = 'tide';
const kSearch = `search/?q=${kQuery}`;

// Of a channel of a pixel, beyond what smoothing does; and how many pixels.
const kTolerance = { threshold: 0.08, maxDiffPixels: 300 };

// A loaded machine takes its time to paint.
const kPatience = 60_000; // ms

test.describe('pictures', () => {
  test.describe.configure({ timeout: 2 * kPatience });
  test.skip(({ server, place }) => server !== 'nginx' || place !== 'sub');

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of kWidths) {
      for (const [name, path] of Object.entries(kPages)) {
        test(`${name}, ${width} pixels wide, ${colorScheme}`, async ({ page, specimen, watch }) => {
          watch.allow(/404/);
          await page.emulateMedia({ colorScheme });
          await expectPicture(page, specimen + path, { width, name: `${name}-${width}-${colorScheme}` });
        });
      }
    }
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1440]) {
      test(`search, ${width} pixels wide, ${colorScheme}`, async ({ page, specimen }) => {
        await page.emulateMedia({ colorScheme });
        await openForPicture(page, specimen + kSearch, width);
        await expectAllSnippets(page);
        await expectLook(page, `search-${width}-${colorScheme}`);
      });

      test(`the window of search, ${width} pixels wide, ${colorScheme}`, async ({ page, specimen }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await openForPicture(page, specimen + kPages.article, width);
        await page.keyboard.press('/');
        await page.keyboard.type(kQuery);
        await expectAllSnippets(page);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        await expectLook(page, `search-window-${width}-${colorScheme}`);
      });
    }
  }

  for (const width of [390, 1440]) {
    test(`mirrored search, ${width} pixels wide`, async ({ page, specimenRtl }) => {
      await openForPicture(page, `${specimenRtl}search/?q=البحر`, width);
      await expectAllSnippets(page);
      await expectLook(page, `search-mirrored-${width}`);
    });

    test(`a mirrored article, ${width} pixels wide`, async ({ page, specimenRtl }) => {
      await expectPicture(page, specimenRtl + kPages.article, { width, name: `mirrored-${width}` });
    });
  }

  test('an article in forced colours', async ({ page, specimen }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await expectPicture(page, specimen + kPages.code, { width: 1440, name: 'forced-colours' });
  });

  test('an article in print', async ({ page, specimen }) => {
    await page.emulateMedia({ media: 'print' });
    // As wide as what a sheet of A4 leaves between its margins.
    await expectPicture(page, specimen + kPages.article, { width: 658, name: 'print' });
  });
});

async function expectPicture(page: Page, url: string, shot: { readonly width: number; readonly name: string }): Promise<void> {
  await openForPicture(page, url, shot.width);
  await expectLook(page, shot.name);
}

/** In a window as high as two, to see more than its top. */
async function openForPicture(page: Page, url: string, width: number): Promise<void> {
  const height = Math.round(width * (width < 600 ? 2 : 0.65));
  await page.setViewportSize({ width, height: 2 * height });
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch();
    const style = (await response.text()).replaceAll('font-display:optional', 'font-display:block');
    await route.fulfill({ response, body: style + kFaces });
  });
  await page.goto(url);
  await expect(page.locator('button.keys')).toBeAttached();
}

/** All that is found is there, with the snippets of the results that can be seen. */
async function expectAllSnippets(page: Page): Promise<void> {
  await expect(page.locator('#status')).toContainText(/\d|تدوين/);
  await page.waitForFunction(() => {
    const end = (document.querySelector('.search-found') ?? document.documentElement).getBoundingClientRect().bottom;
    const places = [...document.querySelectorAll('.results .snippet')];
    return places.every((place) => place.hasChildNodes() || place.getBoundingClientRect().top > end);
  });
}

async function expectLook(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await expect(page).toHaveScreenshot(`${name}.png`, { ...kTolerance, timeout: kPatience });
}
