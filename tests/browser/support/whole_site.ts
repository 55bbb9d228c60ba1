// Every file of a built site, and whether a worker gives the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All but images, static files, and the pages that lead elsewhere: what the build alone knows. */
export function madeOfPosts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(html|xml|json|md|txt|wasm|js|css|woff2|dbs)$/.test(file) && file !== 'sw.js')
    .filter((file) => !readFileSync(join(folder, file)).includes('http-equiv="refresh"'));
}

/** The site paths and bytes, in base64, of files. */
export function asServed(folder: string, files: readonly string[]): (readonly [string, string])[] {
  return files.map((file) => [urlOf(file), readFileSync(join(folder, file)).toString('base64')]);
}

function urlOf(file: string): string {
  return encodeURI(file.replace(/(^|\/)index\.html$/, '$1'));
}

/** Runs in the page: which of the files the worker gives otherwise. */
export async function differing({ root, files }: { root: string; files: readonly (readonly [string, string])[] }): Promise<string[]> {
  const different: string[] = [];
  for (const [path, expected] of files) {
    const bytes = Uint8Array.from(atob(expected), (character) => character.charCodeAt(0));
    try {
      const response = await fetch(root + path, { cache: 'no-store' });
      const got = new Uint8Array(await response.arrayBuffer());
      const isSame = got.length === bytes.length && got.every((byte, index) => byte === bytes[index]);
      if (!isSame || response.status !== (path === '404.html' ? 404 : 200)) different.push(`${path}: ${response.status}`);
    } catch (error) {
      different.push(`${path}: ${String(error)}`);
    }
  }
  return different;
}
