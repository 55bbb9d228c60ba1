// What a request gets. While there is a network, pages and the head are the host's own; what is named by its hash comes
// from what is kept. Without one, everything comes from what is kept, pages drawn by the core.
import { ownEngine } from './engine.ts';
import { engineFiles } from './engine_files.ts';
import { fetchFile, fileIn } from './fetch_file.ts';
import { dropSnapshot, snapshot, syncedAt, takeHead } from './head.ts';
import { isImmutable, keepsPromise } from './names.ts';
import { partOf } from './range.ts';
import { root } from './site.ts';
import { headPath, NotKept } from './snapshot.ts';
import { keptByAnyEngine, responseOf, Store } from './stores.ts';

const kPatience = 3000; // ms: then a copy that is kept comes first

/** Says of an answer that it is a copy, and when the network last gave a head: ms since 1970. */
export const kKeptHeader = 'daybook-kept';

export function answer(event: FetchEvent, path: string): Promise<Response> {
  const [bare = ''] = path.split('?');
  if (bare === headPath) return answerHead(event);
  if (isImmutable(path)) return answerImmutable(event.request, path);
  const isDocument = event.request.mode === 'navigate' || bare === '' || /(?:\/|\.html)$/.test(bare);
  return isDocument ? answerDocument(event, bare) : answerFile(event.request, bare);
}

async function answerHead(event: FetchEvent): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(kPatience);
    const file = await fileIn(await fetch(event.request, { signal, cache: 'no-cache' }));
    JSON.parse(new TextDecoder().decode(file.bytes)); // half a file is none
    event.waitUntil(takeHead(file.bytes.slice()).catch(leaveIt));
    return responseOf(file);
  } catch (error) {
    const kept = await ownEngine.response(headPath);
    if (!kept) throw error;
    return marked(kept);
  }
}

async function answerImmutable(request: Request, path: string): Promise<Response> {
  if (request.cache !== 'reload') {
    const kept = (await Store.content.response(path)) ?? (await keptByAnyEngine(path));
    if (kept && (await isWhole(path, kept.clone()))) return partOf(kept, request);
  }
  const file = await fetchFile(path, request.cache === 'reload' ? 'reload' : 'default');
  const store = path in engineFiles ? ownEngine : Store.content;
  if (!path.startsWith('a/') || store === ownEngine) await store.put(path, file).catch(leaveIt);
  return partOf(responseOf(file), request);
}

/** What lies on the device may have been changed there, too. */
async function isWhole(path: string, kept: Response): Promise<boolean> {
  return keepsPromise(path, new Uint8Array(await kept.arrayBuffer()));
}

async function answerDocument(event: FetchEvent, path: string): Promise<Response> {
  const network = fetch(event.request);
  event.waitUntil(network.catch(leaveIt));
  const soon = await Promise.race([network.catch(() => undefined), after(kPatience)]);
  if (soon && soon.status < 500) return soon;
  const kept = await drawn(path).catch(() => undefined);
  if (kept && (kept.status === 200 || !soon)) return kept;
  try {
    return soon ?? (await network);
  } catch (error) {
    if (kept) return kept;
    if (event.request.mode !== 'navigate') throw error;
    return notKept(path);
  }
}

/** Other files of the site: images, feeds, what the author has put there. */
async function answerFile(request: Request, path: string): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.ok) {
      if (response.status === 200 && (await Store.content.has(path))) renew(path, response.clone());
      return response;
    }
    return (await keptFile(path)) ?? response;
  } catch (error) {
    const kept = await keptFile(path);
    if (!kept) throw error;
    return partOf(kept, request);
  }
}

function renew(path: string, response: Response): void {
  fileIn(response)
    .then((file) => Store.content.put(path, file))
    .catch(leaveIt);
}

async function keptFile(path: string): Promise<Response | undefined> {
  const kept = (await Store.content.response(path)) ?? (await keptByAnyEngine(path));
  if (kept) return kept;
  if (path.endsWith('/index.md') || path === 'index.md') {
    const [entry] = (await (await snapshot()).list(path.replace(/index\.md$/, ''), 'kept')).entries;
    return entry && Store.content.response(entry.url);
  }
  const file = await drawn(path).catch(() => undefined);
  return file?.status === 200 ? file : undefined;
}

const kTypes: Record<string, string> = {
  html: 'text/html',
  json: 'application/json',
  txt: 'text/plain',
  xml: 'application/xml',
};

/** What the build would have written there. Throws where it takes what is not kept. */
async function drawn(path: string): Promise<Response> {
  const { status, body } = await ask(path);
  if (status === 404 && /[^/]$/.test(path) && (await ask(`${path}/`)).status === 200) {
    return Response.redirect(new URL(`${path}/`, root).href);
  }
  if (status !== 200 && status !== 404) throw new Error(body);
  const [, ending = 'html'] = /\.(\w+)$/.exec(path.replace(/\?.*/, '')) ?? [];
  const type = kTypes[status === 404 ? 'html' : ending] ?? 'text/html';
  return marked(new Response(body, { status, headers: { 'content-type': `${type}; charset=utf-8` } }));
}

/** A page that says so, and leads to what is kept. */
async function notKept(path: string): Promise<Response> {
  const { status, body } = await ask(`offline/?of=${encodeURIComponent(path)}`);
  return marked(new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } }));
}

/** A core that traps, or runs out of memory, may be in any state: another one is asked, once. */
async function ask(path: string): Promise<{ status: number; body: string }> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await (await snapshot()).answer(path, 'kept');
    } catch (error) {
      if (error instanceof NotKept) throw error;
      dropSnapshot();
      if (!isFirst) throw error;
    }
  }
}

async function marked(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  const time = String((await syncedAt()) ?? 0);
  headers.set(kKeptHeader, time);
  headers.set('server-timing', `${kKeptHeader};dur=${time}`);
  return new Response(response.body, { status: response.status, headers });
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, undefined);
  });
}

function leaveIt(): void {}
