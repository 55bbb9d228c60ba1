// What it takes to install the site, and what the first visit pays for reading without a network.
import axe from 'axe-core';
import { post } from './support/pages.ts';
import { awaitWorker, keptPaths, test } from './support/offline.ts';
import { expect } from './support/test.ts';

test('the browser finds nothing that keeps it from installing', async ({ page, site, context }) => {
  await page.goto(site);
  await awaitWorker(page);
  const session = await context.newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '{}')).toMatchObject({ start_url: './', scope: './', display: 'standalone' });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // What the tests' own profile is.
  const real = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  expect(real).toEqual([]);
});

test('a first visit fetches nothing twice but the head', async ({ page, faulty, site }) => {
  await page.goto(site + post(0));
  await awaitWorker(page);
  await expect.poll(() => keptPaths(page)).toContainEqual(expect.stringContaining('index.md?h='));
  const files = faulty.requests.filter((path) => !path.endsWith('/posts.json'));
  const twice = files.filter((path, index) => files.indexOf(path) !== index);
  expect(twice).toEqual([]);
  expect(faulty.requests.length - files.length).toBeLessThanOrEqual(2);
  expect(files.filter((path) => /\/x\/a\//.test(path)).length).toBeLessThanOrEqual(12);
});

test('the page of what is kept passes axe, as do the controls', async ({ page, site }) => {
  await page.goto(site + post(0));
  await awaitWorker(page);
  await page.getByRole('button', { name: /^Save for offline/ }).click();
  await expect(page.locator('.keep')).toContainText('Saved for offline');
  for (const path of [post(0), 'offline/']) {
    await page.goto(site + path);
    await expect(page.locator('.keep').first()).toBeVisible();
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe: tool } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await tool.run()).violations.map(({ id }) => id);
    });
    expect(violations, path).toEqual([]);
  }
});
