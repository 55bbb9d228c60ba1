// What the reader has asked to keep: single posts, tags, series or the whole blog, by their site paths.
import type { Save } from '../shared/offline_requests.ts';
import { Store } from './stores.ts';
import { Turns } from './in_turn.ts';

const kSaves = 'saves';

const turns = new Turns();

export const saves = {
  async all(): Promise<readonly Save[]> {
    const record = await Store.content.readRecord(kSaves);
    return Array.isArray(record) ? (record as Save[]) : [];
  },

  set(path: string, state: Save['state']): Promise<void> {
    return change((others) => [...others, { path, state }], path);
  },

  remove(path: string): Promise<void> {
    return change((others) => others, path);
  },
};

function change(next: (others: readonly Save[]) => readonly Save[], path: string): Promise<void> {
  return turns.take(async () => {
    const others = (await saves.all()).filter((save) => save.path !== path);
    await Store.content.writeRecord(kSaves, next(others));
  });
}
