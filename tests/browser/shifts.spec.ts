// Nothing on any page moves by itself: not while it loads, not while it is read to its end. Late figures, faces and
// formulas are the usual culprits; their names are in the message.
import type { Page } from '@playwright/test';
import { allPages } from './support/pages.ts';
import { expect, test } from './support/test.ts';

// Of Lighthouse's good 0.1. What moves by less than a word in one line is within it.
const kMost = 0.002;

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

for (const viewport of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
  test(`no page moves by itself, in a window ${viewport.width} pixels wide`, async ({ page, blog, specimen, specimenRtl }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(viewport);
    await recordShifts(page);
    const pages = [
      ...allPages().map((path) => blog + path),
      ...allPages('specimen').map((path) => specimen + path),
      ...allPages('specimen_rtl').map((path) => specimenRtl + path),
    ];
    const moving: string[] = [];
    for (const url of pages) {
      await page.goto(url);
      await page.evaluate(readToTheEnd);
      const shifts = await page.evaluate(() => (window as unknown as { recorded: Shift[] }).recorded);
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      if (sum > kMost) moving.push(`${url}: ${sum.toFixed(4)}, ${shifts.flatMap(({ moved }) => moved).join('; ')}`);
    }
    expect(moving).toEqual([]);
  });
}

/** Every document keeps a list of what moved in it without a reader's doing. */
async function recordShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Entry extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
    }
    const recorded: Shift[] = [];
    Object.assign(window, { recorded });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[]) {
        const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
          return `${node?.nodeName ?? ''} «${node?.textContent?.slice(0, 30) ?? ''}» by ${to.x - from.x}, ${to.y - from.y}`;
        });
        if (!hadRecentInput) recorded.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Runs in the page: scrolls down by half windows, each of which is painted. */
async function readToTheEnd(): Promise<void> {
  const painted = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await painted();
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
    scrollTo({ top, behavior: 'instant' });
    await painted();
  }
}
