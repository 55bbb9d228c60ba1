// The one file that touches the core's memory: strings and bytes go in, answers come out.
// The other side is wasm/browser/exports.cc.

/** A resource that the core lacks. */
export interface Need {
  /** Relative to the site's root, to be fetched as it stands. */
  readonly url: string;
  /** Of the resource's bytes, base64url; empty where nobody vouches for them. */
  readonly sha256: string;
}

export interface Answer {
  /** As in HTTP: 200, 202 (nothing yet, only needs), 204, 404, 422 (bytes refused), 500. */
  readonly status: number;
  /** What would make a page out of a 202, and a better page out of a 200. */
  readonly needs: readonly Need[];
  /** The complete HTML document, or what went wrong. */
  readonly body: string;
}

/** An instance that has thrown is in no state to be asked again. */
export interface Core {
  /** `url` is relative to the site's root, percent-encoded as in `location`, and may carry a query. */
  ask(url: string): Answer;
  supply(url: string, bytes: Uint8Array): Answer;
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  daybook_reserve(size: number): number;
  daybook_release(pointer: number): void;
  daybook_ask(url: number, urlSize: number): number;
  daybook_supply(url: number, urlSize: number, bytes: number, bytesSize: number): number;
}

const kReplyHeaderBytes = 12;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** `instantiate` gets the module its own way, streaming or from bytes. */
export async function openCore(
  instantiate: (imports: WebAssembly.Imports) => Promise<WebAssembly.Instance>,
): Promise<Core> {
  const imports = importsWith(() => core);
  const instance = await instantiate(imports);
  const core = instance.exports as unknown as Exports;
  core._initialize();

  return {
    ask(url) {
      return withBytes(core, encoder.encode(url), (pointer, size) => takeReply(core, core.daybook_ask(pointer, size)));
    },
    supply(url, bytes) {
      return withBytes(core, encoder.encode(url), (urlPointer, urlSize) =>
        withBytes(core, bytes, (pointer, size) =>
          takeReply(core, core.daybook_supply(urlPointer, urlSize, pointer, size)),
        ),
      );
    },
  };
}

// Every view is made anew: memory that grows leaves the old ones detached.
function withBytes<T>(core: Exports, bytes: Uint8Array, use: (pointer: number, size: number) => T): T {
  const pointer = core.daybook_reserve(Math.max(1, bytes.length)); // for nothing, 0 could be meant
  if (pointer === 0) throw new Error('the core is out of memory');
  new Uint8Array(core.memory.buffer).set(bytes, pointer);
  const result = use(pointer, bytes.length);
  core.daybook_release(pointer);
  return result;
}

function takeReply(core: Exports, pointer: number): Answer {
  if (pointer === 0) throw new Error('the core is out of memory');
  const header = new DataView(core.memory.buffer, pointer, kReplyHeaderBytes);
  const status = header.getUint32(0, true);
  const needsSize = header.getUint32(4, true);
  const bodySize = header.getUint32(8, true);
  const needs = new Uint8Array(core.memory.buffer, pointer + kReplyHeaderBytes, needsSize);
  const body = new Uint8Array(core.memory.buffer, pointer + kReplyHeaderBytes + needsSize, bodySize);
  const answer = { status, needs: parseNeeds(decoder.decode(needs)), body: decoder.decode(body) };
  core.daybook_release(pointer);
  return answer;
}

function parseNeeds(lines: string): Need[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [url = '', sha256 = ''] = line.split('\t');
      return { url, sha256 };
    });
}

// The C library links in output and exit, which the core never uses of its own will.
function importsWith(core: () => Exports): WebAssembly.Imports {
  return {
    env: { emscripten_notify_memory_growth: () => {} },
    wasi_snapshot_preview1: {
      proc_exit: (code = 0) => {
        throw new Error(`the core stopped with exit code ${code}`);
      },
      fd_close: () => 0,
      fd_seek: () => 0,
      // Must say that it took every byte: the C library repeats a short write for ever.
      fd_write: (...[, vectors = 0, count = 0, written = 0]) => {
        const memory = new DataView(core().memory.buffer);
        let total = 0;
        for (let i = 0; i < count; ++i) total += memory.getUint32(vectors + 8 * i + 4, true);
        memory.setUint32(written, total, true);
        return 0;
      },
    },
  };
}
