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

  for (const width of [390, 1440]) {
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

/** Two windows' height of the page, from its top. */
async function expectPicture(page: Page, url: string, shot: { readonly width: number; readonly name: string }): Promise<void> {
  const height = Math.round(shot.width * (shot.width < 600 ? 2 : 0.65));
  await page.setViewportSize({ width: shot.width, height: 2 * height });
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch();
    const style = (await response.text()).replaceAll('font-display:optional', 'font-display:block');
    await route.fulfill({ response, body: style + kFaces });
  });
  await page.goto(url);
  await expect(page.locator('button.keys')).toBeAttached();
  await page.evaluate(() => document.fonts.ready);
  await expect(page).toHaveScreenshot(`${shot.name}.png`, { ...kTolerance, timeout: kPatience });
}
