// Without a network: the server is stopped, and what was kept is all there is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { awaitWorker, saveAll, test } from './support/offline.ts';
import { folderOf } from './support/served.ts';
import { expect } from './support/test.ts';

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
      files: files.map((file) => [urlOf(file), readFileSync(join(folder, file)).toString('base64')] as const),
    });
    expect(different).toEqual([]);
  });
}

/** All but images, static files, and the pages that lead elsewhere: what the build alone knows. */
function madeOfPosts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(html|xml|json|md|txt|wasm|js|css|woff2|dbs)$/.test(file) && file !== 'sw.js')
    .filter((file) => !readFileSync(join(folder, file)).includes('http-equiv="refresh"'));
}

function urlOf(file: string): string {
  return encodeURI(file.replace(/(^|\/)index\.html$/, '$1'));
}

async function differing({ root, files }: { root: string; files: (readonly [string, string])[] }): Promise<string[]> {
  const different: string[] = [];
  for (const [path, expected] of files) {
    const bytes = Uint8Array.from(atob(expected), (character) => character.charCodeAt(0));
    try {
      const response = await fetch(root + path, { cache: 'no-store' });
      const got = new Uint8Array(await response.arrayBuffer());
      const isSame = got.length === bytes.length && got.every((byte, index) => byte === bytes[index]);
      if (!isSame || response.status !== (path === '404.html' ? 404 : 200)) different.push(`${path}: ${response.status}`);
    } catch (error) {
      different.push(`${path}: ${String(error)}`);
    }
  }
  return different;
}
