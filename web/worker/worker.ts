// The service worker: keeps the blog on the reader's device and serves it from there when there is no network.
import { answer } from './answer.ts';
import { fillEngine, fillWholeEngine, ownEngine } from './engine.ts';
import { kSmallBlog, snapshot, syncHead } from './head.ts';
import { headPath, keep } from './snapshot.ts';
import { inParallel } from '../shared/in_parallel.ts';
import { viewListsOf } from './index_files.ts';
import { entriesOf } from './keeping.ts';
import { listen } from './requests.ts';
import { sitePath, worker } from './site.ts';
import { removeOldEngines } from './old_engines.ts';

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});

// A head that names another engine belongs to an upload that is not finished: the browser tries again later.
async function install(): Promise<void> {
  await fillEngine();
  const outcome = await syncHead();
  if (outcome === 'other engine') throw new Error('the manifest names another engine');
  if (outcome === 'not wanted') throw new Error('the site is not to be kept');
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

async function activate(): Promise<void> {
  await removeOldEngines('now active');
  // No navigation preload: in Firefox one that fails takes the answer with it, without a network that is.
  await worker.clients.claim();
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = sitePath(new URL(request.url));
  if (path === undefined || request.method !== 'GET') return;
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
  event.respondWith(answer(event, path));
  // Whoever goes from page to page will come back.
  if (request.mode === 'navigate') event.waitUntil(complete().catch(leaveIt));
});

let isCompleting = false;

async function complete(): Promise<void> {
  if (isCompleting) return;
  isCompleting = true;
  try {
    await fillEngine(); // a browser may have thrown it away
    if (!(await ownEngine.has(headPath))) await syncHead();
    await fillWholeEngine();
    const blog = await snapshot();
    await inParallel(viewListsOf(blog), keep);
    if ((await blog.list(undefined, 'kept')).total <= kSmallBlog) await entriesOf(blog, '', 'network');
    await removeOldEngines('later');
  } finally {
    isCompleting = false;
  }
}

listen();

function leaveIt(): void {}
