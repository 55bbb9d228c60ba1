// The whole site by the keyboard alone: Tab reaches everything, one always sees where one is, nothing lies over it, and
// nothing holds one back.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const kPost = 'posts/the-tide-in-the-well/';
const kKinds = ['', kPost, 'posts/one-pass-over-a-year-of-readings/', 'tags/', 'tags/method/', 'archives/', 'nowhere/'];
// More stops than any page of the specimen has.
const kManyStops = 150;

/** What has the focus; undefined for the page itself, where Tab has gone through everything. */
interface Stop {
  readonly name: string;
  readonly fault: string | undefined;
  readonly isFirstVisit: boolean;
}

for (const width of [390, 1440]) {
  test.describe(`in a window ${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 700 } });

    for (const path of kKinds) {
      test(`Tab goes through ${path || 'the index'}, seen everywhere`, async ({ page, specimen, watch }) => {
        test.slow();
        watch.allow(/404/);
        await page.goto(specimen + path);
        await expect(page.locator('button.keys')).toBeAttached();
        const names: string[] = [];
        for (let stop = await nextStop(page); stop; stop = await nextStop(page)) {
          expect.soft(stop.fault, stop.name).toBeUndefined();
          expect(stop.isFirstVisit, `${stop.name} after ${names.join(', ')}`).toBe(true);
          names.push(stop.name);
          expect(names.length).toBeLessThan(kManyStops);
        }
        expect(names).toHaveLength(await page.evaluate(countOfStops));
      });
    }

    test('one reads, copies, follows and comes back', async ({ page, specimen, context, watch }) => {
      test.slow();
      watch.allow(/404/);
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(specimen);
      await tabTo(page, page.locator('.year a', { hasText: 'The Tide in the Well' }));
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(specimen + kPost);
      await expect(page.locator('main h1')).toBeVisible();

      const contents = page.locator('nav.contents');
      if (width < 960) {
        await tabTo(page, contents.locator('summary'));
        await page.keyboard.press('Enter');
      }
      await tabTo(page, contents.getByRole('link', { name: 'Checking it against a drawing' }));
      await page.keyboard.press('Enter');
      await expect(page.locator('h2:target')).toBeInViewport();

      // From where one has gone to, not from where one has been.
      await page.keyboard.press('Tab');
      await expect(page.locator(':focus')).toHaveAttribute('href', '#checking-it-against-a-drawing');
      await tabTo(page, page.locator('.copy'));
      await page.keyboard.press('Enter');
      await expect(page.locator('#status')).toHaveText('Copied');

      await page.goto(specimen + kPost);
      await tabTo(page, page.locator('.note-ref a').first());
      await page.keyboard.press('Enter');
      await expect(page.locator('.sidenote').first()).toBeVisible();
      if (width < 1248) {
        await tabTo(page, page.locator('.note-back').first());
        await page.keyboard.press('Enter');
        await expect(page.locator('.note-ref a').first()).toBeInViewport();
      }

      await tabTo(page, page.locator('.neighbours [rel=next]'));
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${specimen}posts/pressure-instead-of-a-float/`);
      await expect(page.locator('main h1')).toHaveText('Pressure Instead of a Float');
      await tabTo(page, page.locator('.tags a', { hasText: 'method' }));
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${specimen}tags/method/`);
      await expect(page.locator('main h1')).toHaveText('#method');

      await page.goto(`${specimen}nowhere/`);
      await tabTo(page, page.locator('main a').first());
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(specimen);
    });
  });
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  await expect(element).toBeAttached();
  for (let presses = 0; presses < kManyStops; ++presses) {
    await page.keyboard.press('Tab');
    if (await element.evaluate((sought) => sought === document.activeElement)) return;
  }
  throw new Error('Tab does not lead there');
}

async function nextStop(page: Page): Promise<Stop | undefined> {
  await page.keyboard.press('Tab');
  return page.evaluate(stopHere);
}

/** Runs in the page. */
function stopHere(): Stop | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  const visited = ((window as unknown as { visited?: WeakSet<Element> }).visited ??= new WeakSet());
  const isFirstVisit = !visited.has(element);
  visited.add(element);
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const isRinged = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  // A link over two lines has two boxes, and its middle may be in neither.
  const [box = element.getBoundingClientRect()] = element.getClientRects();
  const [x, y] = [box.x + Math.min(box.width, innerWidth) / 2, box.y + Math.min(box.height, innerHeight) / 2];
  const isInside = x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight;
  const above = isInside ? document.elementFromPoint(x, y) : null;
  const fault = !element.matches(':focus-visible')
    ? 'has the focus, but not to be seen'
    : !isRinged
      ? 'has nothing around it'
      : !isInside
        ? `is outside the window, at ${x}, ${y}`
        : above && (element.contains(above) || above.contains(element))
          ? undefined
          : `lies below ${above?.className ?? ''}`;
  const name = element.getAttribute('aria-label') ?? element.innerText.slice(0, 40);
  return { name: `${element.localName} ${element.className} «${name}»`, fault, isFirstVisit };
}

/** Runs in the page: how many elements Tab should reach. */
function countOfStops(): number {
  const all = document.querySelectorAll<HTMLElement>('a[href], button:not([tabindex="-1"]), input, summary, [tabindex="0"]');
  return [...all].filter((element) => {
    const isDisabled = element.matches(':disabled');
    return !isDisabled && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  }).length;
}
