// Runs in a page and in a worker: what a search of their own answers to every query.
import { openHere } from './module_here.ts';

export async function answers(root: string, moduleFile: string, indexRoot: string, queries: string[]): Promise<string[]> {
  const { module: search, bring } = await openHere(root, moduleFile);
  await bring({ url: indexRoot });
  const bodies: string[] = [];
  for (const query of queries) {
    const question = `search?${new URLSearchParams({ q: query, count: '10' })}`;
    let answer = search.ask(question);
    while (answer.needs.length > 0) {
      await Promise.all(answer.needs.map(bring));
      answer = search.ask(question);
    }
    bodies.push(answer.body);
  }
  return bodies;
}
