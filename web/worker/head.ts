// The head of the manifest, the one file that changes under its name: which one pages are drawn from, and how a newer
// one takes its place. It does so whole or not at all: not before all is there that was kept under the old one.
import { ownEngine } from './engine.ts';
import { engineFiles } from './engine_files.ts';
import { inParallel } from '../shared/in_parallel.ts';
import { Turns } from './in_turn.ts';
import { fetchFile } from './fetch_file.ts';
import { entriesOf, entryOf, keepPage, keptSources, pageOfSource, removeStale } from './keeping.ts';
import { saves } from './saves.ts';
import { headPath, NotKept, Snapshot } from './snapshot.ts';
import type { Entry, OfflineList } from './snapshot.ts';
import { worker } from './site.ts';
import { removeEverything, Store } from './stores.ts';

/** In posts: a blog whose manifest weighs no more than the engine is kept with all of it. */
export const kSmallBlog = 1000;

let current: Promise<Snapshot> | undefined;

/** The blog as it is kept. Throws NotKept where there is none. */
export function snapshot(): Promise<Snapshot> {
  current ??= openKept().catch(dropAndThrow);
  return current;
}

/** For a core that has thrown: the next question opens another. */
export function dropSnapshot(): void {
  current = undefined;
}

function dropAndThrow(error: unknown): never {
  current = undefined;
  throw error;
}

async function openKept(): Promise<Snapshot> {
  const head = await ownEngine.bytes(headPath);
  if (!head) throw new NotKept('no manifest is kept');
  return Snapshot.open(head);
}

const turns = new Turns();

/** What came of a head from the network. */
export type Outcome = 'same' | 'taken' | 'other engine' | 'not wanted';

/** Throws where the head cannot be read or what it takes cannot be had; all stays as it was then. */
export function takeHead(bytes: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  return turns.take(() => take(bytes));
}

/** Asks the network for the head, and takes it. */
export async function syncHead(): Promise<Outcome> {
  const { bytes } = await fetchFile(headPath, 'no-cache');
  return takeHead(bytes);
}

async function take(bytes: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  const kept = await ownEngine.bytes(headPath);
  if (kept && isSame(kept, bytes)) {
    await noteTime();
    return 'same';
  }
  const next = await Snapshot.open(bytes);
  const list = await next.list(undefined, 'kept');
  if (list.offline === false) {
    await leave();
    return 'not wanted';
  }
  if (!list.offline) throw new Error('this is no manifest of a build');
  if (!isOfOwnEngine(list)) {
    // A worker for it may be there already.
    if (worker.registration.active) worker.registration.update().catch(() => {});
    return 'other engine';
  }
  await bringUpToDate(next, list);
  await ownEngine.put(headPath, { bytes, type: 'application/json' });
  current = Promise.resolve(next);
  await noteTime();
  await removeStale(next);
  return 'taken';
}

function isOfOwnEngine({ assets }: OfflineList): boolean {
  return assets.every((path) => !path.startsWith('a/') || Object.hasOwn(engineFiles, path));
}

async function bringUpToDate(next: Snapshot, { assets, total }: OfflineList): Promise<void> {
  for (const path of assets) {
    if (!path.startsWith('a/')) await keepAnew(path);
  }
  const kept = await keptSources();
  const selections = (await saves.all()).filter(({ state }) => state !== 'paused').map(({ path }) => path);
  if (selections.length > 0 || (kept.length > 0 && total <= kSmallBlog)) await next.list('', 'network');
  const present = new Set(await Store.content.paths());
  const changed = new Set<string>();
  for (const { path, url } of await wantedEntries(next, kept, selections)) {
    if (!present.has(url)) changed.add(path);
  }
  await inParallel([...changed], (path) => keepPage(next, path));
}

/** The pages to have under `next`: those kept under whatever head, and what the selections choose. */
async function wantedEntries(next: Snapshot, kept: readonly string[], selections: readonly string[]): Promise<Entry[]> {
  const wanted: Entry[] = [];
  for (const selection of selections) wanted.push(...(await entriesOf(next, selection, 'network')));
  const chosen = new Set(wanted.map(({ path }) => path));
  for (const path of kept.map(pageOfSource)) {
    const entry = chosen.has(path) ? undefined : await entryOf(next, path, 'network');
    if (entry) wanted.push(entry);
  }
  return wanted;
}

async function keepAnew(path: string): Promise<void> {
  await ownEngine.put(path, await fetchFile(path, 'no-cache'));
}

/** The site does without: nothing stays behind. */
export async function leave(): Promise<void> {
  current = undefined;
  await worker.registration.unregister();
  await removeEverything();
}

const kSynced = 'synced';

async function noteTime(): Promise<void> {
  await ownEngine.writeRecord(kSynced, Date.now());
}

/** When the network last gave a head, in ms since 1970. */
export async function syncedAt(): Promise<number | undefined> {
  const time = await ownEngine.readRecord(kSynced);
  return typeof time === 'number' ? time : undefined;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
