// Where the reader was on each page of this tab's history. The browser's own memory cannot be used: on Back it scrolls
// before the page is there. Positions live by history entry, so that they outlast a reload and a visit elsewhere.

interface EntryState {
  readonly entry: string;
}

const kStorageKey = 'daybook.scroll';
const kMaxEntries = 200;

const positions = new Map<string, number>();
let shown = ''; // the entry whose page is on the screen; the current one can be ahead, its page on its way

export const scrollMemory = {
  /** Call once. Puts the reader back to where a reload, or a way through other sites, began. */
  start(): void {
    history.scrollRestoration = 'manual';
    for (const [entry, position] of load()) positions.set(entry, position);
    const position = this.position();
    if (position !== undefined) scrollTo({ top: position, behavior: 'instant' });
    this.follow();
    addEventListener('scroll', () => positions.set(shown, scrollY), { passive: true });
    addEventListener('pagehide', save);
  },

  /** The position kept for the current history entry; undefined where it is new. */
  position(): number | undefined {
    return positions.get(currentEntry() ?? '');
  },

  /** From now on the page on the screen is that of the current history entry. */
  follow(): void {
    if (currentEntry() === undefined) history.replaceState(this.newState(), '');
    shown = currentEntry() ?? '';
    positions.set(shown, scrollY);
  },

  newState(): EntryState {
    return { entry: `${Date.now().toString(36)}.${history.length}` };
  },
};

function currentEntry(): string | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('entry' in state)) return undefined;
  return typeof state.entry === 'string' ? state.entry : undefined;
}

function load(): [string, number][] {
  try {
    const entries: unknown = JSON.parse(sessionStorage.getItem(kStorageKey) ?? '[]');
    return Array.isArray(entries) ? entries.filter(isPosition) : [];
  } catch {
    return []; // no storage
  }
}

function isPosition(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}

function save(): void {
  try {
    sessionStorage.setItem(kStorageKey, JSON.stringify([...positions].slice(-kMaxEntries)));
  } catch {
    // no storage, or none left: positions last as long as the document
  }
}
