// What every test gets: the site that it is about, and a watch over the browser that fails the test on any error in the
// console, any report of the Content Security Policy and any request to another origin.
import { test as base, expect } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { served } from './served.ts';

export { expect };

export interface SiteOptions {
  server: 'nginx' | 'python';
  place: 'root' | 'sub';
}

/** Complaints that a test brings about on purpose. */
export interface Watch {
  allow(pattern: RegExp): void;
}

interface Fixtures {
  readonly blog: string;
  readonly standalone: string;
  /** A blog of more posts than the first page of the manifest holds. */
  readonly many: string;
  /** The blog, with saved views. */
  readonly views: string;
  /** The blog, and the pages in fixtures/. */
  readonly articles: string;
  /** A small blog that uses everything and never changes; and one in Arabic. */
  readonly specimen: string;
  readonly specimenRtl: string;
  readonly watch: Watch;
}

export const test = base.extend<Fixtures & SiteOptions>({
  server: ['nginx', { option: true }],
  place: ['sub', { option: true }],
  blog: async ({ server, place }, use) => {
    await use(urlOf(`${server} ${place} blog`));
  },
  standalone: async ({ server, place }, use) => {
    await use(urlOf(`${server} ${place} standalone`));
  },
  many: async ({ server, place }, use) => {
    await use(urlOf(`${server} ${place} many`));
  },
  views: async ({ server, place }, use) => {
    await use(urlOf(`${server} ${place} views`));
  },
  articles: async ({ server, place }, use) => {
    await use(urlOf(`${server} ${place} articles`));
  },
  specimen: async ({ server, place }, use) => {
    await use(urlOf(`${server} ${place} specimen`));
  },
  specimenRtl: async ({ server, place }, use) => {
    await use(urlOf(`${server} ${place} specimen_rtl`));
  },
  watch: [
    async ({ context }, use) => {
      const complaints = await complaintsOf(context);
      const allowed: RegExp[] = [];
      await use({ allow: (pattern) => allowed.push(pattern) });
      expect(complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)))).toEqual([]);
    },
    { auto: true },
  ],
});

// What the browser is made to say where tests do without a worker.
const kBlocked = 'Service Worker registration blocked by Playwright';
// What Chromium says where a page is left while a module with a known hash is on its way. A module that is refused has a
// reason behind it.
const kCutOff = /^Fetch API cannot load \S+\.wasm\.\s*$/;

async function complaintsOf(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = [];
  const origins = new Set(Object.values(served().urls).map((url) => new URL(url).origin));
  context.on('console', (message) => {
    if (message.text() === kBlocked || kCutOff.test(message.text())) return;
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint) complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && !origins.has(origin)) complaints.push(`foreign request: ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return complaints;
}

function urlOf(name: string): string {
  const url = served().urls[name];
  if (url === undefined) throw new Error(`nobody serves ${name}`);
  return url;
}
