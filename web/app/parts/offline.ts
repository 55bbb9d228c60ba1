// The site without a network: starts the service worker and tells it what is read.
import type { ShownPage } from '../shown_page.ts';
import { ask } from './offline_worker.ts';

export function furnish(page: ShownPage): void {
  if (!('serviceWorker' in navigator)) return;
  start(page).catch(() => {}); // the page reads as well without
}

async function start(page: ShownPage): Promise<void> {
  if (!document.querySelector('link[rel=manifest]')) {
    await leave(page);
    return;
  }
  const registration = await navigator.serviceWorker.register(page.workerUrl());
  registration.waiting?.postMessage('take over');
  await navigator.serviceWorker.ready;
  await ask({ what: 'read', path: location.pathname.slice(page.root.pathname.length) });
}

/** The site does without a worker now, and so does its reader. */
async function leave({ root }: ShownPage): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(root.href);
  if (registration?.scope === root.href) await registration.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(`daybook ${root.pathname} `)) await caches.delete(name);
  }
}
