// Builds the blog and serves it, the specimens and the example without a build, by real servers of static files: nginx and Python's,
// each at the top of a host and below /sub/path/. Runs once before all tests; what it returns stops everything.
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFixtures } from './fixtures.ts';
import { publish } from './served.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const kPlaces = { root: '/', sub: '/sub/path/' };
const kPatience = 60_000; // ms
const kManyPosts = 400;
const kNow = '2026-12-31T12:00:00Z'; // what the builds take for the time

export default async function serveAll(): Promise<() => void> {
  const work = mkdtempSync(join(tmpdir(), 'daybook-browser-'));
  chmodSync(work, 0o755);
  const children: ChildProcess[] = [];
  const stop = (): void => {
    for (const child of children) child.kill();
    rmSync(work, { recursive: true, force: true });
  };
  process.once('exit', stop);
  try {
    const names = ['blog', 'many', 'articles', 'standalone', 'specimen', 'specimen_rtl'] as const;
    const sites = Object.fromEntries(names.map((name) => [name, join(work, name)])) as Record<(typeof names)[number], string>;
    buildBlog(join(checkout, 'content'), sites.blog);
    writeManyPosts(join(work, 'many-content'));
    buildBlog(join(work, 'many-content'), sites.many);
    for (const name of ['specimen', 'specimen_rtl'] as const) buildBlog(join(checkout, 'tests/browser', name), sites[name]);
    writeFixtures(sites.blog, sites.articles);
    cpSync(join(checkout, 'build/standalone'), sites.standalone, { recursive: true });

    const urls: Record<string, string> = {};
    const blocks: string[] = [];
    for (const [site, folder] of Object.entries(sites)) {
      for (const [place, path] of Object.entries(kPlaces)) {
        const documents = path === '/' ? folder : below(join(work, `${site}-${place}`), path, folder);
        const ports = [await freePort(), await freePort()] as const;
        blocks.push(`server { listen 127.0.0.1:${ports[0]}; root ${documents}; error_page 404 ${path}404.html; }`);
        urls[`nginx ${place} ${site}`] = `http://127.0.0.1:${ports[0]}${path}`;
        if (site.startsWith('specimen')) continue; // are looked at, which is the same everywhere
        children.push(spawn('python3', [...kPythonServer, `${ports[1]}`, '--directory', documents], { stdio: 'ignore' }));
        urls[`python ${place} ${site}`] = `http://127.0.0.1:${ports[1]}${path}`;
      }
    }
    writeFileSync(join(work, 'nginx.conf'), nginxConfiguration(work, blocks));
    children.push(spawn('nginx', ['-c', join(work, 'nginx.conf'), '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] }));
    await Promise.all(Object.values(urls).map(answering));
    publish({ urls, folders: sites });
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}

function buildBlog(source: string, destination: string): void {
  const command = ['build', '--quiet', '--clock', kNow, '--source', source, '--destination', destination];
  execFileSync('build/release/daybook', command, { cwd: checkout, stdio: 'inherit' });
}

/** More posts than the first page of the manifest holds. */
function writeManyPosts(folder: string): void {
  mkdirSync(join(folder, 'posts'), { recursive: true });
  writeFileSync(join(folder, 'site.json'), JSON.stringify({ title: 'Many posts' }));
  const start = Date.UTC(2020, 0, 1);
  for (let number = 1; number <= kManyPosts; ++number) {
    const date = new Date(start + number * 86_400_000).toISOString().slice(0, 10);
    const title = `Entry number ${number}${number === 1 ? ', the oldest' : ''}`;
    writeFileSync(join(folder, 'posts', `${number}.md`), `---\ntitle: "${title}"\ndate: ${date}\n---\n\nText.\n`);
  }
}

const kPythonServer = ['-m', 'http.server', '--bind', '127.0.0.1'];

/** A document root in which the folder appears at the path, below another site that has an engine of its own. */
function below(documents: string, path: string, folder: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  const last = parts.pop() ?? '';
  mkdirSync(join(documents, ...parts), { recursive: true });
  symlinkSync(folder, join(documents, ...parts, last));
  symlinkSync(join(folder, 'a'), join(documents, 'a'));
  return documents;
}

function nginxConfiguration(work: string, blocks: string[]): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off; master_process off; worker_processes 1; pid ${work}/nginx.pid;
events { worker_connections 256; }
http {
  access_log off; error_log stderr crit;
  absolute_redirect off;
  ${temporary.map((name) => `${name}_temp_path ${work}/nginx-${name};`).join(' ')}
  default_type application/octet-stream;
  types {
    text/html html; text/css css; text/javascript js; application/wasm wasm; application/json json;
    text/markdown md; application/xml xml; text/plain txt; image/svg+xml svg; image/png png; image/x-icon ico;
  }
  ${blocks.join('\n  ')}
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function answering(url: string): Promise<void> {
  for (const start = Date.now(); ; ) {
    try {
      const response = await fetch(url);
      if (response.ok) return;
      throw new Error(`${url}: ${response.status}`);
    } catch (error) {
      if (Date.now() - start > kPatience) throw error;
      await new Promise((again) => setTimeout(again, 20));
    }
  }
}
