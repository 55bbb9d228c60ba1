// Pages for what is tested of articles: the texts in fixtures/, each in the document that the core writes around a page.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));

/** `folder` becomes a copy of the blog, with a page more for every fixture: fixtures/code.html is `code/`. */
export function writeFixtures(blog: string, folder: string): void {
  cpSync(blog, folder, { recursive: true });
  cpSync(join(fixtures, 'figures'), join(folder, 'figures'), { recursive: true });
  const frame = readFileSync(join(blog, 'about/index.html'), 'utf8');
  for (const file of readdirSync(fixtures).filter((name) => name.endsWith('.html'))) {
    const name = basename(file, '.html');
    const text = readFileSync(join(fixtures, file), 'utf8').replaceAll('{{a long way}}', '<p>Text.</p>\n'.repeat(80));
    const page = frame
      .replace(/<title>.*?<\/title>/, () => `<title>${name}</title>`)
      .replace(/(<main[^>]*>).*(<\/main>)/s, (_whole, open: string, close: string) => `${open}\n${text}${close}`);
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'index.html'), page);
  }
}
