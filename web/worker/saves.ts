// What the reader has asked to keep: single posts, tags, series or the whole blog, by their site paths.
import { Store } from './stores.ts';

const kSaves = 'saves';

export const saves = {
  async all(): Promise<string[]> {
    const record = await Store.content.readRecord(kSaves);
    return Array.isArray(record) ? record.filter((path) => typeof path === 'string') : [];
  },

  async add(path: string): Promise<void> {
    const others = (await this.all()).filter((other) => other !== path);
    await Store.content.writeRecord(kSaves, [...others, path]);
  },

  async remove(path: string): Promise<void> {
    const others = (await this.all()).filter((other) => other !== path);
    await Store.content.writeRecord(kSaves, others);
  },
};
