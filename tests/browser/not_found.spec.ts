// The page for addresses that lead nowhere: one document, served at any depth.
import { awake, documentsOf, expectStyle } from './support/steps.ts';
import { expect, test } from './support/test.ts';

for (const path of ['nowhere/', 'nowhere', 'a/b/c/d/', 'post/2026/1/nowhere/']) {
  test(`it is whole at ${path}`, { tag: '@404' }, async ({ page, blog, watch }) => {
    watch.allow(/404/);
    const response = await page.goto(blog + path);
    expect(response?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('data-page', 'not-found');
    await expectStyle(page);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links.filter((href) => !href.includes('#'))) {
      expect((await page.request.get(link)).status(), link).toBe(200);
    }
    await awake(page);
    const documents = documentsOf(page);
    await page.locator('.site-header a').first().click();
    await expect(page).toHaveURL(blog);
    await expect(page.locator('#entries')).toBeVisible();
    expect(documents).toEqual([]);
  });
}

test('a link that leads nowhere ends there', async ({ page, blog, watch }) => {
  watch.allow(/404/);
  await page.goto(blog);
  await awake(page);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'post/2026/1/nowhere/';
    document.querySelector('main')?.append(link);
    link.click();
  });
  await expect(page.locator('html')).toHaveAttribute('data-page', 'not-found');
  await expect(page).toHaveURL(`${blog}post/2026/1/nowhere/`);
});
