// The site without a network: starts the service worker, tells it what is read, and gives the page what belongs to that.
import { storePrefix } from '../../shared/store_names.ts';
import type { ShownPage } from '../shown_page.ts';
import { ask } from './offline/ask.ts';
import { watchFreshness } from './offline/freshness.ts';
import { keepControl } from './offline/keep_control.ts';
import { fillKeptPage } from './offline/kept_page.ts';
import style from './offline/offline.css';
import { resumeSavings } from './offline/saving.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

// Pages with a text of their own.
const kReading = new Set(['post', 'page']);

let starting: Promise<void> | undefined;

export function furnish(page: ShownPage): void {
  if (!('serviceWorker' in navigator)) return;
  give(page).catch(() => {}); // the page reads as well without
}

async function give(page: ShownPage): Promise<void> {
  if (!document.querySelector('link[rel=manifest]')) {
    await leave(page);
    return;
  }
  starting ??= start(page);
  await starting;
  if (page.signal.aborted) return;
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  watchFreshness(page);
  const path = location.pathname.slice(page.root.pathname.length).replace(/(^|\/)index\.html$/, '$1');
  addControls(page, path);
  if (kReading.has(document.documentElement.dataset['page'] ?? '')) await ask({ what: 'read', path });
}

/** Once for each document. */
async function start(page: ShownPage): Promise<void> {
  const registration = await navigator.serviceWorker.register(page.workerUrl());
  registration.waiting?.postMessage('take over');
  await navigator.serviceWorker.ready;
  void resumeSavings().catch(() => {}); // there may be no network now
}

function addControls(page: ShownPage, path: string): void {
  const selection = path.replace(/page\/\d+\/$/, '');
  switch (document.documentElement.dataset['page']) {
    case 'post':
      document.querySelector('article.post')?.append(keepControl(page, path));
      break;
    case 'tag':
    case 'series':
      document.querySelector('.masthead')?.append(keepControl(page, selection));
      break;
    case 'offline':
      void fillKeptPage(page);
      break;
  }
}

/** The site does without a worker now, and so does its reader. */
async function leave({ root }: ShownPage): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(root.href);
  if (registration?.scope === root.href) {
    // It may be in the midst of keeping something; one that is broken does not listen.
    registration.active?.postMessage('leave');
    await registration.unregister();
  }
  for (const name of await caches.keys()) {
    if (name.startsWith(storePrefix(root.pathname))) await caches.delete(name);
  }
}
