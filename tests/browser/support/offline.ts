// For tests of the service worker: a server that can be stopped, and questions to the worker as the page's script asks
// them.
import type { Page } from '@playwright/test';
import type { OfflineAnswer, OfflineRequest } from '../../../web/shared/offline_requests.ts';
import { FaultyServer } from './faulty_server.ts';
import { served } from './served.ts';
import { test as base } from './test.ts';

export const test = base.extend<{
  /** Serves the blog at `/x/`. Stopping it is allowed to make the browser complain. */
  readonly faulty: FaultyServer;
  /** The URL of the blog. */
  readonly site: string;
}>({
  serviceWorkers: 'allow',
  faulty: async ({ watch }, use) => {
    watch.allow(/foreign request: http:\/\/127\.0\.0\.1|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|Failed to load resource/);
    const server = new FaultyServer({ '/x/': served().folder });
    await server.start();
    await use(server);
    await server.stop();
  },
  site: async ({ faulty }, use) => {
    await use(faulty.url('/x/'));
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
