// For tests of the service worker: a server that can be stopped, and questions to the worker as the page's script asks
// them.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { OfflineAnswer, OfflineRequest } from '../../../web/shared/offline_requests.ts';
import { FaultyServer } from './faulty_server.ts';
import { folderOf } from './served.ts';
import { test as base } from './test.ts';

export const test = base.extend<{
  /** Serves the blog at `/x/`. Stopping it is allowed to make the browser complain. */
  readonly faulty: FaultyServer;
  /** The URL of the blog. */
  readonly site: string;
  readonly workshop: Workshop;
}>({
  serviceWorkers: 'allow',
  faulty: async ({ watch }, use) => {
    watch.allow(/foreign request: http:\/\/127\.0\.0\.1|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|Failed to load resource/);
    const server = new FaultyServer({ '/x/': folderOf('blog') });
    await server.start();
    await use(server);
    await server.stop();
  },
  site: async ({ faulty }, use) => {
    await use(faulty.url('/x/'));
  },
  workshop: async ({}, use) => {
    const workshop = new Workshop();
    await use(workshop);
    workshop.remove();
  },
});

/** The worker has taken the page over. */
export async function awaitWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

export function askWorker(page: Page, request: OfflineRequest): Promise<OfflineAnswer> {
  return page.evaluate(async (asked) => {
    const { active } = await navigator.serviceWorker.ready;
    return new Promise<OfflineAnswer>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<OfflineAnswer>) => {
        resolve(data);
      };
      active?.postMessage(asked, [port2]);
    });
  }, request);
}

/** Keeps the whole blog, without the page's help. */
export async function saveAll(page: Page): Promise<void> {
  await askWorker(page, { what: 'save', path: '', state: 'wanted' });
  const { entries = [] } = await askWorker(page, { what: 'list', path: '', reach: 'network' });
  for (const { path } of entries) {
    const { failure } = await askWorker(page, { what: 'keep', path });
    if (failure) throw new Error(`${path}: ${failure}`);
  }
}

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** A blog of its own, which a test may change and build again. */
export class Workshop {
  readonly content: string;
  readonly folder: string;
  readonly #work: string;

  constructor() {
    this.#work = mkdtempSync(join(tmpdir(), 'daybook-offline-'));
    this.content = join(this.#work, 'content');
    this.folder = join(this.#work, 'site');
    cpSync(join(checkout, 'content'), this.content, { recursive: true });
    this.set({ socialImages: false }); // which take most of the time of a build
  }

  build(engine = join(checkout, 'build/engine')): void {
    const command = ['build', '--quiet', '--source', this.content, '--destination', this.folder, '--engine', engine];
    execFileSync('build/release/daybook', command, { cwd: checkout, stdio: 'inherit' });
  }

  /** Changes site.json. */
  set(settings: Readonly<Record<string, unknown>>): void {
    const file = join(this.content, 'site.json');
    const before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...before, ...settings }));
  }

  /** Adds a sentence to a post: its file's name in content/posts. */
  addTo(post: string, text: string): void {
    const file = join(this.content, 'posts', post);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n\n${text}\n`);
  }

  /** An engine whose style sheet is another, and so its worker. */
  otherEngine(): string {
    const engine = join(this.#work, 'engine');
    cpSync(join(checkout, 'build/engine'), engine, { recursive: true });
    const list = readFileSync(join(engine, 'engine.json'), 'utf8');
    const { style } = JSON.parse(list) as { style: string };
    const css = `${readFileSync(join(engine, style), 'utf8')}\n:root{--other-engine:1}`;
    const digest = createHash('sha256').update(css);
    const name = `a/${createHash('sha256').update(css).digest('hex').slice(0, 16)}.css`;
    rmSync(join(engine, style));
    writeFileSync(join(engine, name), css);
    writeFileSync(join(engine, 'engine.json'), list.replaceAll(style, name));
    const worker = readFileSync(join(engine, 'sw.js'), 'utf8');
    const known = new RegExp(`"${style}":"[\\w-]+"`);
    const changed = worker
      .replace(known, `"${name}":"${digest.digest('base64url')}"`)
      .replaceAll(style, name)
      .replace(/id:"[0-9a-f]{16}"/, 'id:"0123456789abcdef"');
    writeFileSync(join(engine, 'sw.js'), changed);
    return engine;
  }

  remove(): void {
    rmSync(this.#work, { recursive: true, force: true });
  }
}

/** Builds the workshop's blog and serves it below a path; its URL. */
export function serveBuilt(workshop: Workshop, faulty: FaultyServer): string {
  workshop.build();
  faulty.serve({ '/x/': workshop.folder });
  return faulty.url('/x/');
}

/** Whether the worker's stores hold anything. */
export function stores(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

/** The site paths that are kept, records left out. */
export function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) {
      const root = location.origin + (name.split(' ')[1] ?? '');
      for (const { url } of await (await caches.open(name)).keys()) paths.push(url.slice(root.length));
    }
    return paths.filter((path) => !path.startsWith('.daybook/')).sort();
  });
}
