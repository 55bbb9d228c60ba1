// Asks the core for a page and brings it what it lacks, until there is an answer.
import type { Answer, Core, Need } from './core.ts';

// Manifest, Markdown and two to spare: a page that wants more than that comes faster as a plain document.
const kMaxRounds = 4;

/** Never a 202. `bring` fetches a resource and supplies it, or throws. */
export async function settle(core: Core, url: string, bring: (need: Need) => Promise<void>): Promise<Answer> {
  for (let round = 0; round < kMaxRounds; ++round) {
    const answer = core.ask(url);
    if (answer.status !== 202) return answer;
    await Promise.all(answer.needs.map(bring));
  }
  throw new Error(`the core still lacks something for ${url}`);
}
