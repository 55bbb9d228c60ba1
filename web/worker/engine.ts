// The engine as it is kept: filled file by file, so that filling goes on where it was cut off.
import { coreFile, engineFiles, engineId, neededFiles } from './engine_files.ts';
import { fetchFile } from './fetch_file.ts';
import { inParallel } from '../shared/in_parallel.ts';
import { keepsPromise } from './names.ts';
import { Store } from './stores.ts';

export const ownEngine = Store.engine(engineId);

const kComplete = 'complete';

/** What every page takes. Throws where a file cannot be had. */
export async function fillEngine(): Promise<void> {
  await fill(neededFiles);
}

/** The files that pages ask for only where they have use for them, too. */
export async function fillWholeEngine(): Promise<void> {
  if ((await ownEngine.readRecord(kComplete)) === engineId) return;
  await fill(Object.keys(engineFiles));
  await ownEngine.writeRecord(kComplete, engineId);
}

async function fill(paths: readonly string[]): Promise<void> {
  await inParallel(paths, async (path) => {
    if (!(await ownEngine.has(path))) await ownEngine.put(path, await fetchFile(path));
  });
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** The core's module; fetched where it is no longer kept, or not whole. */
export function coreModule(): Promise<WebAssembly.Module> {
  compiled ??= compile().catch((error: unknown) => {
    compiled = undefined;
    throw error;
  });
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  const kept = await ownEngine.bytes(coreFile);
  const isWhole = kept && (await keepsPromise(coreFile, kept));
  const module = isWhole && (await WebAssembly.compile(kept).catch(() => undefined));
  if (module) return module;
  const file = await fetchFile(coreFile);
  await ownEngine.put(coreFile, file).catch(() => {}); // without room it serves this once
  return WebAssembly.compile(file.bytes);
}
