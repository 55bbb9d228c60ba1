// Runs in a page of the blog: asks a core of its own for every page, and names those that differ from the served files.
import { settle } from '../../../web/shared/settle.ts';
import { openHere } from './module_here.ts';

export async function differences(root: string, coreFile: string, paths: string[]): Promise<string[]> {
  const { module: core, bring } = await openHere(root, coreFile);
  const different: string[] = [];
  for (const path of paths) {
    const answer = await settle(core, path, bring, Infinity);
    const file = await (await fetch(root + path)).text();
    if (answer.status !== 200 || answer.body !== file) different.push(`${path || 'the index'} (${answer.status})`);
  }
  return different;
}
