// The core in this page: loaded once, asked for pages, brought what it lacks. Where it cannot be loaded, or has trapped,
// it is gone for good and the page goes on as the plain document that it is.
import type { Answer, Core, Need } from '../shared/core.ts';
import { settle } from '../shared/settle.ts';
import { fetchNeed } from './fetch_need.ts';
import { loadModule } from './load_module.ts';
import { word } from './words.ts';

/** The file's name and hash, put in by the build. */
declare const DAYBOOK_CORE_FILE: string;

// Some thousand posts' worth of manifest. The page of an old post in a large blog comes faster as a plain document.
const kMaxNeeds = 6;

let state: 'asleep' | 'ready' | 'gone' = typeof WebAssembly === 'object' ? 'asleep' : 'gone';
let loading: Promise<Core> | undefined;
let reportFailure = (): void => {};
const failed = new Promise<void>((resolve) => {
  reportFailure = resolve;
  if (state === 'gone') resolve();
});
const arriving = new Map<string, Promise<void>>();

export const engine = {
  get state() {
    return state;
  },

  /** Resolves when the core is gone. */
  failed,

  start(): Promise<Core> {
    if (state === 'gone') return Promise.reject(new Error(word('noCore', 'There is no core: does this browser have WebAssembly?')));
    loading ??= loadModule(DAYBOOK_CORE_FILE).then(guarded, fail);
    return loading;
  },

  /** Asks for a page and fetches what that takes, within reason: by default no more than a plain document is worth. */
  async answer(path: string, maxNeeds = kMaxNeeds): Promise<Answer> {
    const core = await this.start();
    return settle(core, path, (need) => this.bring(core, need), maxNeeds);
  },

  /** Fetches a resource for the core. What is on its way already is not fetched twice. */
  bring(core: Core, need: Need): Promise<void> {
    const known = arriving.get(need.url);
    if (known) return known;
    const arrival = supply(core, need).finally(() => arriving.delete(need.url));
    arriving.set(need.url, arrival);
    return arrival;
  },
};

// Bytes that do not match their hash may come from a cache that has not followed a change of the site.
async function supply(core: Core, need: Need): Promise<void> {
  const first = core.supply(need.url, await fetchNeed(need, 'usual'));
  if (first.status === 204) return;
  const second = core.supply(need.url, await fetchNeed(need, 'past the cache'));
  if (second.status !== 204) throw new Error(second.body);
}

function guarded(core: Core): Core {
  const guard = (call: () => Answer): Answer => {
    if (state === 'gone') throw new Error('the core has failed');
    try {
      return call();
    } catch (error) {
      return fail(error);
    }
  };
  state = 'ready';
  performance.mark('daybook core ready');
  return {
    ask: (url) => guard(() => core.ask(url)),
    supply: (url, bytes) => guard(() => core.supply(url, bytes)),
  };
}

function fail(reason: unknown): never {
  state = 'gone';
  reportFailure();
  throw reason;
}
