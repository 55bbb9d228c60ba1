// Finds entries: at first what the manifest knows of titles, descriptions and tags, then what the full text knows, better
// with every part of its index that arrives.
import type { Core, Need } from '../../../shared/core.ts';
import type { ShownPage } from '../../shown_page.ts';
import { kNothing, question } from './answer.ts';
import type { Found, Snippet } from './answer.ts';

/** The file's name and hash, put in by the build. */
declare const DAYBOOK_SEARCH_FILE: string;

const kMaxRounds = 12;

/** An answer on its way to being the last one. */
export interface State extends Found {
  /** Better ones are to come. */
  readonly isPending: boolean;
  /** A part of the index could not be had: there may be more. */
  readonly isPartial: boolean;
}

interface Index {
  readonly module: Core;
  bring(need: Need): Promise<boolean>;
}

/** `none` is the index of a blog that has no index; undefined one that could not be had. */
let opening: Promise<Index | 'none' | undefined> | undefined;

export const searcher = {
  /** Brings what every search takes. Call it as soon as someone looks as if they were going to search. */
  prepare(page: ShownPage): void {
    opening ??= openIndex(page).catch(() => {
      opening = undefined;
      return undefined;
    });
  },

  /** Tells what is found, again and again until `isPending` is false or the signal is aborted. Never throws. */
  async find(
    page: ShownPage,
    query: string,
    { count, isTyping, signal }: { count: number; isTyping: boolean; signal: AbortSignal },
    tell: (state: State) => void,
  ): Promise<void> {
    this.prepare(page);
    const path = question(query, count, isTyping);
    let isAnswered = false;
    const tellUnlessStale = (found: Found, more: Pick<State, 'isPending' | 'isPartial'>): void => {
      if (!signal.aborted) tell({ ...found, ...more });
    };
    const fromManifest = manifestAnswer(page, path).then((found) => {
      if (!isAnswered && found) tellUnlessStale(found, { isPending: true, isPartial: false });
      return found;
    });
    const index = await opening;
    let isPartial = index === undefined;
    let found: Found | undefined;
    for (let round = 0; typeof index === 'object' && round < kMaxRounds && !signal.aborted; ++round) {
      const answer = index.module.ask(path);
      if (answer.status === 200) {
        found = JSON.parse(answer.body) as Found;
        isAnswered = true;
        tellUnlessStale(found, { isPending: answer.needs.length > 0, isPartial });
      }
      if (answer.needs.length === 0) return;
      const arrived = await Promise.all(answer.needs.map((need) => index.bring(need)));
      if (!arrived.includes(false)) continue;
      // What there is has to do.
      isPartial = true;
      found ??= JSON.parse(index.module.ask(`${path}&incomplete=1`).body) as Found;
      break;
    }
    const known = await fromManifest;
    const isBetter = found !== undefined && (!isPartial || found.total >= (known?.total ?? 0));
    tellUnlessStale((isBetter ? found : known) ?? kNothing, { isPending: false, isPartial });
  },

  /** Where in the post the query is met; undefined where that cannot be told. */
  async snippet(page: ShownPage, query: string, path: string): Promise<Snippet | undefined> {
    try {
      const answer = await page.answer(`snippet?${new URLSearchParams({ path, q: query })}`);
      return answer.status === 200 ? (JSON.parse(answer.body) as Snippet) : undefined;
    } catch {
      return undefined;
    }
  },
};

async function manifestAnswer(page: ShownPage, path: string): Promise<Found | undefined> {
  try {
    const answer = await page.answer(path);
    return answer.status === 200 ? (JSON.parse(answer.body) as Found) : undefined;
  } catch {
    return undefined;
  }
}

async function openIndex(page: ShownPage): Promise<Index | 'none'> {
  const [module, root] = await Promise.all([page.loadModule(DAYBOOK_SEARCH_FILE), rootOf(page)]);
  if (!root) return 'none';
  const arriving = new Map<string, Promise<boolean>>();
  const bring = (need: Need): Promise<boolean> => {
    const known = arriving.get(need.url);
    if (known) return known;
    const arrival = supply(page, module, need)
      .catch(() => false)
      .finally(() => arriving.delete(need.url));
    arriving.set(need.url, arrival);
    return arrival;
  };
  if (!(await bring(root))) throw new Error('the index has no root');
  return { module, bring };
}

// Bytes that do not match their hash may come from a cache that has not followed a change of the site.
async function supply(page: ShownPage, module: Core, need: Need): Promise<boolean> {
  if (module.supply(need.url, await page.fetchNeed(need, 'usual')).status === 204) return true;
  return module.supply(need.url, await page.fetchNeed(need, 'past the cache')).status === 204;
}

/** What the manifest's head says of the index: wasm/core/blog/manifest.h. */
async function rootOf(page: ShownPage): Promise<Need | undefined> {
  const bytes = await page.fetchNeed({ url: 'posts.json', sha256: '' }, 'usual');
  const head = JSON.parse(new TextDecoder().decode(bytes)) as { _daybook?: { search?: { root: string; sha256: string } } };
  const search = head._daybook?.search;
  return search && { url: search.root, sha256: search.sha256 };
}
