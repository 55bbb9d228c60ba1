// What a core in a page of the site draws, against what the site serves.
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { engineModule } from './steps.ts';

/** Those of the pages, by their site paths, whose bytes differ. */
export async function pagesThatDiffer(page: Page, site: string, paths: readonly string[]): Promise<string[]> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('parity.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'parity',
  });
  await page.goto(site);
  // As a script of the page it would be refused: the policy knows only the site's files.
  return page.evaluate<string[]>(
    `(() => { ${bundle.outputFiles[0]?.text ?? ''}; return parity; })().differences(...${JSON.stringify([
      site,
      site + engineModule('core'),
      paths,
    ])})`,
  );
}
