// What the manifest's head names beside posts: the full-text index, and the lists of the saved views. Pages ask for parts
// of them as they need them; who saves the whole blog has all of them.
import { kSealBytes } from './names.ts';
import { keep, NotKept } from './snapshot.ts';
import type { Entry, Reach, Snapshot } from './snapshot.ts';
import { Store } from './stores.ts';

interface Head {
  readonly _daybook?: {
    readonly search?: { readonly root?: string; readonly segments?: readonly string[] };
    readonly views?: readonly { readonly list: string }[];
  };
}

/** Site paths. */
interface Named {
  readonly root: string | undefined;
  readonly segments: readonly string[];
  readonly viewLists: readonly string[];
}

function namedBy({ head }: Snapshot): Named {
  const { search, views = [] } = (JSON.parse(new TextDecoder().decode(head)) as Head)._daybook ?? {};
  const segments = (search?.segments ?? []).map((digits) => `s/${digits}/`);
  return { root: search?.root, segments, viewLists: views.map(({ list }) => list) };
}

/** By their site paths. Pages of views cannot be drawn without. */
export function viewListsOf(snapshot: Snapshot): readonly string[] {
  return namedBy(snapshot).viewLists;
}

/** Files of an index, or lists of views, which the head does not name any more. */
export function isOldIndexFile(snapshot: Snapshot): (path: string) => boolean {
  const { root, segments, viewLists } = namedBy(snapshot);
  return (path) => {
    if (path.startsWith('v/')) return !viewLists.includes(path);
    return path.startsWith('s/') && path !== root && !segments.some((segment) => path.startsWith(segment));
  };
}

/** Every file of the index and the views; of a segment whose list of files is not there and may not be fetched, none. */
export async function indexEntries(snapshot: Snapshot, reach: Reach): Promise<Entry[]> {
  const { root, segments, viewLists } = namedBy(snapshot);
  const entries = [...(root === undefined ? [] : [root]), ...viewLists].map((path) => entry(path, 0));
  for (const segment of segments) entries.push(...(await filesOf(segment, reach)));
  return entries;
}

/** As wasm/core/search/fingerprints.h writes them, behind the seal. */
async function filesOf(segment: string, reach: Reach): Promise<Entry[]> {
  const list = `${segment}f.dbs`;
  if (reach === 'network') await keep(list);
  const bytes = await Store.content.bytes(list);
  if (!bytes && reach === 'kept') return [];
  if (!bytes) throw new NotKept(`${list} is not kept`);
  const text = new TextDecoder('latin1').decode(bytes.subarray(kSealBytes));
  const lines = text.slice(0, Math.max(0, text.indexOf('\n\n'))).split('\n');
  const files = lines.map((line) => line.split(' '));
  return [
    entry(list, bytes.length),
    ...files.map(([name = '', size]) => entry(`${segment}${name}.dbs`, Number(size))),
  ];
}

function entry(path: string, bytes: number): Entry {
  return { path, title: '', url: path, bytes };
}
