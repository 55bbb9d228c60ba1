// What tests do over and over.
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Locator, Page, Request } from '@playwright/test';

/** Opens a page and waits for the core, so that what follows is about the core's work and not about its coming. */
export async function openAwake(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await awake(page);
}

export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('daybook core ready').length > 0);
}

/** The documents requested from now on: none, as long as pages are drawn by the core. */
export function documentsOf(page: Page): string[] {
  return requestsOf(page, (request) => request.isNavigationRequest());
}

export function requestsOf(page: Page, isMeant: (request: Request) => boolean): string[] {
  const urls: string[] = [];
  page.on('request', (request) => {
    if (isMeant(request)) urls.push(request.url());
  });
  return urls;
}

/** The link to a page in the page's own text, by its site path. */
export function linkTo(page: Page, path: string): Locator {
  return page.locator(`main a[href$="${path}"]`).first();
}

/** Puts a link into the page, as an author might have written it. */
export async function addLink(page: Page, attributes: Record<string, string>): Promise<Locator> {
  await page.evaluate((given) => {
    const link = document.createElement('a');
    for (const [name, value] of Object.entries(given)) link.setAttribute(name, value);
    link.textContent = 'an added link';
    document.querySelector('main')?.prepend(link);
  }, attributes);
  return page.getByText('an added link', { exact: true });
}

/** Lets requests wait whose URL matches, until the function it returns is called. */
export async function hold(page: Page, url: RegExp | string): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

export async function scrolledTo(page: Page): Promise<number> {
  return page.evaluate(() => Math.round(scrollY));
}

/** From now on the page's timers run by `page.clock` alone. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** The style sheet has been found. */
export async function expectStyle(page: Page): Promise<void> {
  await expect(page.locator('.skip')).toHaveCSS('position', 'absolute');
}

/** The site path of a part of the script, by its name in engine.json. */
export function engineFile(part: string): string {
  const file = engineList().parts[part];
  if (file === undefined) throw new Error(`the engine has no ${part}`);
  return file;
}

/** The site path of core.wasm or search.wasm. */
export function engineModule(name: 'core' | 'search'): string {
  return engineList()[name];
}

interface EngineList {
  readonly core: string;
  readonly search: string;
  readonly parts: Readonly<Record<string, string>>;
}

function engineList(): EngineList {
  const list = new URL('../../../build/engine/engine.json', import.meta.url);
  return JSON.parse(readFileSync(list, 'utf8')) as EngineList;
}

/** From now on every document counts what moved in it without a reader's doing. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const total = { value: 0 };
    Object.assign(window, { shifts: total });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) total.value += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The sum of the layout shifts, once the frames that could make one have been painted. */
export async function shifts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; ++frame) await new Promise((painted) => requestAnimationFrame(painted));
    return (window as unknown as { shifts: { value: number } }).shifts.value;
  });
}
