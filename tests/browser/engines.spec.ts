// What has to hold in every engine: reading without a network, and that nothing runs which an author or a stranger wrote.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveBuilt, test } from './support/offline.ts';
import type { Workshop } from './support/offline.ts';
import { readers, waitFor } from './support/readers.ts';
import type { Reader } from './support/readers.ts';
import { expect } from './support/test.ts';
import { asServed, differing, madeOfPosts } from './support/whole_site.ts';

// Browsers that are not Playwright's start slowly on a busy machine.
test.describe.configure({ timeout: 240_000 });

const kDraft = '2025-10-27-diwali.md';
const kNewText = 'A sentence of today.';

for (const [name, openReader] of Object.entries(readers)) {
  test(`${name}: visit, save, cut the network, walk every page, restart, come back`, async ({ faulty, workshop }) => {
    const site = serveBuilt(workshop, faulty);
    const reader = await openReader();
    try {
      await saveBlog(reader, site);
      await faulty.stop();
      await walk(reader, site, workshop.folder);
      await read(reader, `${site}tags/`, 'Tags');
      if (await reader.restart()) {
        await read(reader, `${site}archives/`, 'Archive');
        await walk(reader, site, workshop.folder);
      }
      workshop.addTo(kDraft, kNewText);
      workshop.build();
      await faulty.start();
      await reader.open(site + pathOf(workshop.folder, 'diwali'));
      await waitFor(reader, () => document.querySelector('main')?.textContent ?? '', undefined, (text) => text.includes(kNewText));
    } finally {
      await reader.close();
    }
  });

  test(`${name}: nothing runs that is written in posts, names, addresses or the manifest`, async ({ faulty, workshop }) => {
    writeHostilePosts(workshop);
    const site = serveBuilt(workshop, faulty);
    const reader = await openReader();
    try {
      const query = encodeURIComponent(kRunning.join(' '));
      const pages = hostilePages(workshop.folder);
      expect(pages.length).toBeGreaterThan(6);
      for (const path of ['', ...pages, `?q=${query}`, `search/?q=${query}`, `?tag=${query}`, `${query}/`]) {
        await reader.open(`${site}${path}#${query}`);
        const found = await waitFor(reader, ranOrMayRun, undefined, ({ isComplete }) => isComplete);
        expect({ path, ...found }).toEqual({ path, isComplete: true, ran: [], mayRun: [] });
      }
    } finally {
      await reader.close();
    }
  });
}

/** By the button on the page that lists what is kept. */
async function saveBlog(reader: Reader, site: string): Promise<void> {
  await reader.open(`${site}offline/`);
  await waitFor(reader, () => navigator.serviceWorker.controller?.state, undefined, (state) => state === 'activated');
  await waitFor(reader, () => document.querySelector('.keep button') !== null, undefined, Boolean);
  await reader.evaluate(() => {
    document.querySelector<HTMLElement>('.keep button')?.click();
  }, undefined);
  const isKept = (text: string): boolean => text.includes('Saved for offline');
  await waitFor(reader, () => document.querySelector('.keep')?.textContent ?? '', undefined, isKept);
}

async function walk(reader: Reader, site: string, folder: string): Promise<void> {
  const files = madeOfPosts(folder);
  expect(files.length).toBeGreaterThan(180);
  expect(await reader.evaluate(differing, { root: site, files: asServed(folder, files) })).toEqual([]);
}

async function read(reader: Reader, url: string, heading: string): Promise<void> {
  await reader.open(url);
  await waitFor(reader, () => document.querySelector('h1')?.textContent, undefined, (text) => text === heading);
}

function pathOf(folder: string, slug: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.find((file) => file.endsWith(`${slug}/index.html`))?.replace('index.html', '') ?? '';
}

// Each leaves a mark if it runs.
const mark = (number: number): string => `(top.evil=${number})`;
const kRunning = [
  `<script>${mark(1)}</script>`,
  `<img src=x onerror=${mark(2)}>`,
  `<svg/onload=${mark(3)}>`,
  `"><svg><script>${mark(4)}</script></svg>`,
  `<iframe srcdoc="<script>${mark(5)}</script>"></iframe>`,
  `<details open ontoggle=${mark(6)}><summary>a</summary></details>`,
  `<video><source onerror=${mark(7)}></video>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${mark(8)}>`,
  `<noscript><p title="</noscript><img src=x onerror=${mark(9)}>">`,
  `<input autofocus onfocus=${mark(10)}>`,
  `<a href="javascript:${mark(11)}">a</a>`,
  `<form action="javascript:${mark(12)}"><button>a</button></form>`,
  '<a id=trustedTypes href=x>a</a><a id=main>a</a><img name=body id=cookie>',
];

function writeHostilePosts(workshop: Workshop): void {
  workshop.set({ rawHtml: 'trusted', title: `T ${kRunning[1] ?? ''}`, copyright: kRunning[0] });
  const text = kRunning.join('\n\n');
  const lines = kRunning.map((running, index) => `- item ${index} ${running} [a](javascript:${mark(20)}) ![b](javascript:${mark(21)})`);
  const quoted = JSON.stringify(kRunning.join(' '));
  const names = [...kRunning, '__proto__', 'constructor'].map((name) => JSON.stringify(name)).join(', ');
  const body = `${text}\n\n${lines.join('\n')}\n\n## ${kRunning[0] ?? ''} {#trustedTypes}\n\n\`\`\`"><script>${mark(22)}</script>\nx\n\`\`\`\n`;
  const folder = join(workshop.content, 'posts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, '2026-02-03-hostile.md'),
    `---\ntitle: ${quoted}\ndescription: ${quoted}\ntags: [${names}]\nauthors: [${names}]\nseries: ${names.split(', ')[1] ?? ''}\n---\n${body}`,
  );
  writeFileSync(join(folder, `2026-02-04-"><img src=x onerror=${mark(23)}>.md`), `---\ntitle: hostile name\n---\n${body}`);
}

/** The site paths of what hostile posts have a part in. */
function hostilePages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html') && /hostile|onerror|evil|script|proto/i.test(file))
    .map((file) => file.replace('index.html', '').split('/').map(encodeURIComponent).join('/'));
}

/** Runs in the page, which is complete when its script has taken over or said that it cannot. */
async function ranOrMayRun(): Promise<{ isComplete: boolean; ran: unknown[]; mayRun: string[] }> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const isFurnished = document.querySelector('button.keys') !== null;
  const mayRun: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    if (/^(script|style|iframe|object|embed|base|svg|math)$/i.test(element.localName) && !element.hasAttribute('src')) {
      mayRun.push(element.outerHTML.slice(0, 100));
    }
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || /^\s*(javascript|vbscript|data:text)/i.test(value)) mayRun.push(`${name}=${value}`);
    }
  }
  return { isComplete: isFurnished, ran: 'evil' in globalThis ? ['evil'] : [], mayRun };
}
