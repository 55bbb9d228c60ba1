// The pages of the built blog as they lie in its folder. Call from tests only: the blog is built after their files are read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './served.ts';

/** The site path of every page (`post/2026/65/x/`), the index first; not the 404 page. */
export function allPages(site = 'blog'): string[] {
  return readdirSync(folderOf(site), { recursive: true, encoding: 'utf8' })
    .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
    .map((file) => file.slice(0, -'index.html'.length))
    .sort();
}

/** Every post, newest first as the index lists them. */
export function allPosts(): string[] {
  const links = [...prerendered('').matchAll(/href="(post\/[^"#?]+\/)"/g)].map(([, path = '']) => path);
  return [...new Set(links)];
}

/** The nth newest post. */
export function post(index: number): string {
  const path = allPosts().at(index);
  if (path === undefined) throw new Error(`there are no ${index + 1} posts`);
  return path;
}

export function prerendered(path: string): string {
  return readFileSync(join(folderOf('blog'), path, 'index.html'), 'utf8');
}

/** What the prerendered page has as its title, and as its first heading. */
export function titleOf(path: string): string {
  return textOf(prerendered(path), /<title>(.*?)<\/title>/s);
}
export function headingOf(path: string): string {
  return textOf(prerendered(path), /<h1[^>]*>(.*?)<\/h1>/s);
}

/** Posts with a heading below the title that can be linked to, and the id of the last one. */
export function placeIn(path: string): string {
  const ids = [...prerendered(path).matchAll(/<h2[^>]* id="([^"]+)"/g)].map(([, id = '']) => id);
  const id = ids.at(-1);
  if (id === undefined) throw new Error(`${path} has no heading to link to`);
  return id;
}

function textOf(html: string, pattern: RegExp): string {
  const text = pattern.exec(html)?.[1];
  if (text === undefined) throw new Error(`no ${pattern} in the page`);
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#39|\w+);/g, (whole, name: string) => characters[name] ?? whole)
    .trim();
}
