// What a path promises about the bytes behind it: most files of a site are named by their SHA-256.
import { engineFiles } from './engine_files.ts';

/** A name under which there will never be other bytes. */
export function isImmutable(path: string): boolean {
  return path in engineFiles || kByHash.test(path) || kSealed.test(path) || kSource.test(path);
}

/** Whether these are the bytes that the name promises. One that promises nothing is content with any. */
export async function keepsPromise(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const [, segment, name] = kSealed.exec(path) ?? [];
  if (segment !== undefined && name !== undefined) return isSealed(segment, name, bytes);
  const promise = promiseOf(path);
  return promise === undefined || (await promise.digest(bytes)).startsWith(promise.start);
}

interface Promise_ {
  readonly start: string;
  digest(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

// Engine, diagrams, icons, pages of the manifest, roots of the index, lists of views.
const kByHash = /^[adimsv]\/(?:[^?]*\/)?([0-9a-f]{16,64})(?:\.[^/?]*)?$/;
// Files of the index, which begin with a seal: wasm/core/search/segment_file.h.
const kSealed = /^s\/([0-9a-f]{16})\/([0-9a-z-]+)\.dbs$/;
export const kSealBytes = 8;
const kSource = /\.md\?h=([\w-]{16,43})$/;

function promiseOf(path: string): Promise_ | undefined {
  const known = Object.hasOwn(engineFiles, path) ? engineFiles[path] : undefined;
  if (known !== undefined) return { start: known, digest: base64url };
  const byHash = kByHash.exec(path)?.[1];
  if (byHash !== undefined) return { start: byHash, digest: hex };
  const source = kSource.exec(path)?.[1];
  return source === undefined ? undefined : { start: source, digest: base64url };
}

async function isSealed(segment: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const file = await sha256(joined(encode(`${name}\0`), bytes.subarray(kSealBytes)));
  const seal = await sha256(joined(encode(segment), file));
  return bytes.length >= kSealBytes && seal.subarray(0, kSealBytes).every((byte, index) => byte === bytes[index]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

async function hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Array.from(await sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function base64url(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const text = btoa(String.fromCharCode(...(await sha256(bytes))));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
}
