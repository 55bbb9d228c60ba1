// Without a network: the server is stopped, and what was kept is all there is.
import { awaitWorker, saveAll, test } from './support/offline.ts';
import { folderOf } from './support/served.ts';
import { expect } from './support/test.ts';
import { asServed, differing, madeOfPosts } from './support/whole_site.ts';

for (const base of ['/', '/x/']) {
  test(`at ${base} all that the build makes of posts is the same without a network`, async ({ page, faulty }) => {
    test.slow();
    const folder = folderOf('blog');
    faulty.serve({ [base]: folder });
    await page.goto(faulty.url(base));
    await awaitWorker(page);
    await saveAll(page);
    const files = madeOfPosts(folder);
    expect(files.length).toBeGreaterThan(180);
    await faulty.stop();
    const different = await page.evaluate(differing, {
      root: faulty.url(base),
      files: asServed(folder, files),
    });
    expect(different).toEqual([]);
  });
}
