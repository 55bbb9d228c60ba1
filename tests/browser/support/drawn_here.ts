// What a core in a page of the site draws, against what the site serves.
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { engineModule } from './steps.ts';

/** Those of the pages, by their site paths, whose bytes differ. */
export async function pagesThatDiffer(page: Page, site: string, paths: readonly string[]): Promise<string[]> {
  const bundle = await bundled('parity');
  await page.goto(site);
  // As a script of the page it would be refused: the policy knows only the site's files.
  return page.evaluate<string[]>(
    `(() => { ${bundle}; return parity; })().differences(...${JSON.stringify([
      site,
      site + engineModule('core'),
      paths,
    ])})`,
  );
}

/** A file of this folder, as a script that leaves what it exports in a variable of its name. */
export async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: name,
  });
  return outputFiles[0]?.text ?? '';
}
