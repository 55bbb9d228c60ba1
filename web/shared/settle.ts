// Asks the core for a page and brings it what it lacks, until there is an answer.
import type { Answer, Core, Need } from './core.ts';

// The manifest's head, its second page, the others named there, Markdown; and one to spare.
const kMaxRounds = 5;

/**
 * Never a 202. `bring` fetches a resource and supplies it, or throws. Throws as well where the page takes more than
 * `maxNeeds` resources.
 */
export async function settle(
  core: Core,
  url: string,
  bring: (need: Need) => Promise<void>,
  maxNeeds: number,
): Promise<Answer> {
  for (let round = 0, brought = 0; ; ++round) {
    const answer = core.ask(url);
    if (answer.status !== 202) return answer;
    brought += answer.needs.length;
    if (round === kMaxRounds || brought > maxNeeds) throw new Error(`${url} takes too much`);
    await Promise.all(answer.needs.map(bring));
  }
}
