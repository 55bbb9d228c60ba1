// Pages as they are kept: their Markdown and their images.
import { indexEntries, isOldIndexFile } from './index_files.ts';
import { saves } from './saves.ts';
import { root, sitePath } from './site.ts';
import { keep } from './snapshot.ts';
import type { Entry, OfflineList, Reach, Snapshot } from './snapshot.ts';
import { isRecord, Store } from './stores.ts';

const kSource = /index\.md\?h=[\w-]+$/;
const kMostRead = 200;
const kManifestPage = /^m\//;
const kIndexFile = /^(?:s|v)\/./;

/**
 * The pages of a selection: the posts of a tag, a series, a single path; with '' all of the blog, and the files by which
 * it is searched.
 */
export async function entriesOf(snapshot: Snapshot, selection: string, reach: Reach): Promise<readonly Entry[]> {
  const { entries } = await snapshot.list(selection, reach);
  return selection === '' ? [...entries, ...(await indexEntries(snapshot, reach))] : entries;
}

/** Brings what is missing of a page, or a file of the index. Throws OutOfRoom, or what the network throws. */
export async function keepPage(snapshot: Snapshot, path: string): Promise<void> {
  if (kIndexFile.test(path)) {
    await keep(path);
    return;
  }
  const answer = await snapshot.answer(path, 'network');
  for (const image of imagesIn(answer.body, path)) await keep(image);
}

/** The site paths of pages whose Markdown is kept. */
export async function keptPages(): Promise<string[]> {
  return (await keptSources()).map(pageOfSource);
}

export function pageOfSource(source: string): string {
  return source.replace(kSource, '');
}

export async function keptSources(): Promise<string[]> {
  return (await Store.content.paths()).filter((path) => kSource.test(path));
}

/** Once `snapshot` is the blog: removes what it does not know any more of Markdown, manifest and index. */
export async function removeStale(snapshot: Snapshot): Promise<void> {
  const { manifest } = await snapshot.list('', 'kept').catch((): Pick<OfflineList, 'manifest'> => ({ manifest: [] }));
  const known = new Set(manifest);
  const isOfOldIndex = isOldIndexFile(snapshot);
  for (const path of await Store.content.paths()) {
    const isStale = kSource.test(path)
      ? await isOldSource(snapshot, path)
      : isOfOldIndex(path) || (kManifestPage.test(path) && known.size > 0 && !known.has(path));
    if (isStale) await Store.content.remove(path);
  }
}

async function isOldSource(snapshot: Snapshot, source: string): Promise<boolean> {
  try {
    return (await entryOf(snapshot, pageOfSource(source), 'kept'))?.url !== source;
  } catch {
    return false; // that cannot be known
  }
}

/** Undefined where no page is there. Throws NotKept where it cannot be known. */
export async function entryOf(snapshot: Snapshot, path: string, reach: Reach): Promise<Entry | undefined> {
  return (await snapshot.list(path, reach)).entries[0];
}

/** Of pages that were only read, the newest are kept. */
export async function removeOldestRead(snapshot: Snapshot): Promise<void> {
  const sources = await keptSources();
  if (sources.length <= kMostRead) return;
  const saved = await savedSources(snapshot);
  const read = sources.filter((source) => !saved.has(source));
  for (const source of read.slice(0, -kMostRead)) await Store.content.remove(source);
}

async function savedSources(snapshot: Snapshot): Promise<Set<string>> {
  const saved = new Set<string>();
  for (const { path } of await saves.all()) {
    for (const { url } of await entriesOf(snapshot, path, 'kept')) saved.add(url);
  }
  return saved;
}

/** Removes the pages of a selection, but for those of others that stay saved, and the images that no page kept shows. */
export async function forget(snapshot: Snapshot, selection: string): Promise<void> {
  await saves.remove(selection);
  const staying = await savedSources(snapshot);
  for (const { url } of await entriesOf(snapshot, selection, 'kept')) {
    if (!staying.has(url)) await Store.content.remove(url);
  }
  await removeUnusedImages(snapshot);
}

/** All pages and what the reader has asked to keep; the engine and the manifest stay. */
export async function removePages(): Promise<void> {
  for (const path of await Store.content.paths()) {
    if (!kManifestPage.test(path)) await Store.content.remove(path);
  }
}

async function removeUnusedImages(snapshot: Snapshot): Promise<void> {
  const used = new Set<string>();
  for (const path of await keptPages()) {
    for (const image of imagesIn((await snapshot.answer(path, 'kept')).body, path)) used.add(image);
  }
  for (const path of await Store.content.paths()) {
    if (isImage(path) && !used.has(path)) await Store.content.remove(path);
  }
}

function isImage(path: string): boolean {
  return !kSource.test(path) && !kManifestPage.test(path) && !kIndexFile.test(path) && !isRecord(path);
}

/** The site paths of the images in a document of the core, in every size; not those of other sites. */
export function imagesIn(html: string, path: string): string[] {
  const page = new URL(path, root);
  const found = new Set<string>();
  const add = (reference: string): void => {
    if (reference === '') return;
    const image = sitePath(new URL(unescapeHtml(reference), page));
    if (image !== undefined) found.add(image);
  };
  for (const [tag] of html.matchAll(/<img [^>]*>/g)) {
    add(attribute(tag, 'src'));
    for (const candidate of attribute(tag, 'srcset').split(', ')) add(candidate.replace(/ \S+$/, ''));
  }
  return [...found];
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

// As the core escapes attributes.
function unescapeHtml(text: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => characters[name] ?? '');
}
