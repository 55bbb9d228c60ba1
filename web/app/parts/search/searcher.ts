// Finds entries: at first what the manifest knows of titles, descriptions and tags, then what the full text knows, better
// with every part of its index that arrives.
import type { Core, Need } from '../../../shared/core.ts';
import type { ShownPage } from '../../shown_page.ts';
import { kNothing, question } from './answer.ts';
import type { Found, Snippet } from './answer.ts';
import type { Query } from './results.ts';

/** The file's name and hash, put in by the build. */
declare const DAYBOOK_SEARCH_FILE: string;

const kMaxRounds = 12;
// Of a file of the index, many times what any has. What is larger is not handed to the module.
const kMaxFile = 8_000_000; // bytes

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

const kHeadStart = 800; // ms

// A host that has just failed is left alone for a while, and not asked anew at every key.
const kPause = 5000; // ms

/** `none` is the index of a blog that has no index; undefined one that could not be had. */
let opening: Promise<Index | 'none' | undefined> | undefined;
let failedAt = -Infinity;

export const searcher = {
  /** Brings what every search takes. Call it as soon as someone looks as if they were going to search. */
  prepare(page: ShownPage): void {
    if (performance.now() - failedAt > kPause) opening ??= openIndex(page).catch(giveUp);
  },

  /** Tells what is found, again and again until `isPending` is false or the signal is aborted. Never throws. */
  async find(
    page: ShownPage,
    query: Query,
    { count, signal }: { readonly count: number; readonly signal: AbortSignal },
    tell: (state: State) => void,
  ): Promise<void> {
    this.prepare(page);
    const path = question(query, count);
    let isAnswered = false;
    const tellUnlessStale = (found: Found, more: Pick<State, 'isPending' | 'isPartial'>): void => {
      if (!signal.aborted) tell({ ...found, ...more });
    };
    const fromManifest = headStart(page).then(async () => {
      const known = await manifestAnswer(page, path);
      if (!isAnswered && known) tellUnlessStale(known.found, { isPending: true, isPartial: false });
      return known;
    });
    const index = await opening;
    let isPartial = index === undefined;
    let found: Found | undefined;
    try {
      for (let round = 0; typeof index === 'object' && round < kMaxRounds && !signal.aborted; ++round) {
        const answer = index.module.ask(path);
        if (answer.status === 200) {
          found = JSON.parse(answer.body) as Found;
          isAnswered = true;
          tellUnlessStale(found, { isPending: answer.needs.length > 0, isPartial });
          if (answer.needs.length === 0) return;
        }
        const arrived = await Promise.all(answer.needs.map((need) => index.bring(need)));
        if (arrived.length > 0 && !arrived.includes(false)) continue;
        // What there is has to do.
        isPartial = true;
        found ??= JSON.parse(index.module.ask(`${path}&incomplete=1`).body) as Found;
        break;
      }
    } catch {
      giveUp();
      isPartial = true;
    }
    const known = await fromManifest;
    const isBetter = found !== undefined && (!isPartial || found.total >= (known?.found.total ?? 0));
    isPartial ||= index === 'none' && known?.isWhole !== true;
    tellUnlessStale((isBetter ? found : known?.found) ?? kNothing, { isPending: false, isPartial });
  },

  /** Where in the post the query is met; undefined where that cannot be told. */
  async snippet(page: ShownPage, { text, isTyping }: Query, path: string): Promise<Snippet | undefined> {
    try {
      const parameters = new URLSearchParams({ path, q: text, ...(isTyping && { typing: '1' }) });
      const answer = await page.answer(`snippet?${parameters}`);
      return answer.status === 200 ? (JSON.parse(answer.body) as Snippet) : undefined;
    } catch {
      return undefined;
    }
  },
};

// An instance that has thrown is in no state to be asked again.
function giveUp(): undefined {
  opening = undefined;
  failedAt = performance.now();
}

/** A core that has still to be fetched would share the line with the module of search, which finds more and is smaller. */
async function headStart(page: ShownPage): Promise<void> {
  if (page.isCoreReady()) return;
  await Promise.race([opening, new Promise((resolve) => setTimeout(resolve, kHeadStart))]);
}

/** In a blog without an index that is all there is; of a long one only the newest posts may have come yet. */
async function manifestAnswer(
  page: ShownPage,
  path: string,
): Promise<{ readonly found: Found; readonly isWhole: boolean } | undefined> {
  try {
    const answer = await page.answer(path);
    const isWhole = answer.needs.length === 0;
    return answer.status === 200 ? { found: JSON.parse(answer.body) as Found, isWhole } : undefined;
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
  for (const how of ['usual', 'past the cache'] as const) {
    const bytes = await page.fetchNeed(need, how);
    if (bytes.length <= kMaxFile && module.supply(need.url, bytes).status === 204) return true;
  }
  return false;
}

/** What the manifest's head says of the index: wasm/core/blog/manifest.h. */
async function rootOf(page: ShownPage): Promise<Need | undefined> {
  const bytes = await page.fetchNeed({ url: 'posts.json', sha256: '' }, 'usual');
  const head = JSON.parse(new TextDecoder().decode(bytes)) as { _daybook?: { search?: { root: string; sha256: string } } };
  const search = head._daybook?.search;
  return search && { url: search.root, sha256: search.sha256 };
}
