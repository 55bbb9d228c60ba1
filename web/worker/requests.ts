// Does what pages ask for. A page asks for one thing at a time, so that the work can be stopped and taken up again at
// any point, and no worker has to live for long.
import type { KeptEntry, OfflineAnswer, OfflineRequest, OfflineState } from '../shared/offline_requests.ts';
import { fillWholeEngine } from './engine.ts';
import { leave, snapshot, syncedAt } from './head.ts';
import { entriesOf, entryOf, forget, keepPage, keptPages, removeOldestRead, removePages } from './keeping.ts';
import { saves } from './saves.ts';
import { worker } from './site.ts';
import type { Entry } from './snapshot.ts';
import { OutOfRoom, Store, sizeOfEverything } from './stores.ts';

export function listen(): void {
  worker.addEventListener('message', (event) => {
    const [port] = event.ports;
    const request = event.data as OfflineRequest | 'take over' | 'leave';
    if (request === 'take over') event.waitUntil(takeOver());
    else if (request === 'leave') event.waitUntil(leave());
    else if (port) event.waitUntil(respond(request, port));
  });
}

/** A new worker waits until no page is left that came by the old one, unless the only page asks for it. */
async function takeOver(): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length <= 1) await worker.skipWaiting();
}

async function respond(request: OfflineRequest, port: MessagePort): Promise<void> {
  try {
    port.postMessage(await answerTo(request));
  } catch (error) {
    const answer: OfflineAnswer = { failure: error instanceof OutOfRoom ? 'no room' : 'no network' };
    port.postMessage(answer);
  }
}

async function answerTo(request: OfflineRequest): Promise<OfflineAnswer> {
  switch (request.what) {
    case 'read':
      await keepPage(await snapshot(), request.path);
      await removeOldestRead(await snapshot());
      return {};
    case 'keep':
      await keepPage(await snapshot(), request.path);
      return {};
    case 'list':
      return { entries: await marked(await entriesOf(await snapshot(), request.path, request.reach)) };
    case 'saves':
      return { saves: await saves.all() };
    case 'save':
      await saves.set(request.path, request.state);
      if (request.state === 'wanted') await fillWholeEngine();
      return {};
    case 'forget':
      await forget(await snapshot(), request.path);
      return {};
    case 'clear':
      await removePages();
      return {};
    case 'state':
      return { state: await state() };
  }
}

async function marked(entries: readonly Entry[]): Promise<KeptEntry[]> {
  const kept = new Set(await Store.content.paths());
  return entries.map(({ path, title, url, bytes }) => ({ path, title, bytes, isKept: kept.has(url) }));
}

async function state(): Promise<OfflineState> {
  const blog = await snapshot();
  const entries: Entry[] = [];
  for (const path of await keptPages()) {
    const entry = await entryOf(blog, path, 'kept').catch(() => undefined);
    if (entry) entries.push(entry);
  }
  return {
    saves: await saves.all(),
    kept: await marked(entries),
    bytes: await sizeOfEverything(),
    synced: await syncedAt(),
  };
}
