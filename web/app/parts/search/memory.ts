// What the search page showed, by entry of this tab's history, so that Back and a reload bring it back as it was: the
// script of every page remembers positions too, but goes to them before there is a list.

export interface Memory {
  /** Results asked for. */
  readonly count: number;
  readonly isTyping: boolean;
  /** Scrolled to, in pixels. */
  readonly position: number;
}

const kStorageKey = 'daybook.search';
const kMaxEntries = 50;

let memories: Map<string, Memory> | undefined;

/** The current history entry's. */
export function remembered(): Memory | undefined {
  return all().get(currentEntry());
}

/** Keeps what is given under the history entry that is the current one now, whenever it is called. */
export function startMemory(): (memory: Memory) => void {
  const entry = currentEntry();
  return (memory) => {
    all().delete(entry);
    all().set(entry, memory);
    try {
      sessionStorage.setItem(kStorageKey, JSON.stringify([...all()].slice(-kMaxEntries)));
    } catch {
      // no storage, or none left: it lasts as long as the document
    }
  };
}

function all(): Map<string, Memory> {
  memories ??= new Map(load());
  return memories;
}

function load(): [string, Memory][] {
  try {
    const entries: unknown = JSON.parse(sessionStorage.getItem(kStorageKey) ?? '[]');
    return Array.isArray(entries) ? (entries as [string, Memory][]) : [];
  } catch {
    return [];
  }
}

function currentEntry(): string {
  const { entry } = (history.state ?? {}) as { readonly entry?: string };
  return entry ?? '';
}
