// `daybook serve` as it runs: who may talk to it, and what it never gives. It needs no browser.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const kSecret = 'what no reader may see';

let work = '';
let port = 0;
let server: ChildProcess;

test.beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'daybook-serve-test-'));
  mkdirSync(join(work, 'content/posts'), { recursive: true });
  mkdirSync(join(work, 'content/static'), { recursive: true });
  writeFileSync(join(work, 'content/site.json'), '{"title":"T","socialImages":false}');
  writeFileSync(join(work, 'content/posts/2025-01-02-one.md'), '---\ntitle: One\n---\nText.\n');
  writeFileSync(join(work, 'content/static/.hidden'), kSecret);
  writeFileSync(join(work, 'secret'), kSecret);
  symlinkSync(join(work, 'secret'), join(work, 'content/static/link.txt'));
  port = await freePort();
  const checkout = fileURLToPath(new URL('../..', import.meta.url));
  server = spawn('build/release/daybook', ['serve', '--source', join(work, 'content'), '--port', String(port)], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on('data', (text: Buffer) => {
      if (text.includes('serving')) resolve();
    });
    server.once('exit', reject);
  });
});

test.afterAll(() => {
  server.kill();
  rmSync(work, { recursive: true, force: true });
});

/** The answer to a request as it is written here: no client tidies the path up. */
async function ask(target: string, host = `127.0.0.1:${port}`): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  const pieces: Buffer[] = [];
  for await (const piece of socket) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

function statusOf(answer: string): number {
  return Number(answer.split(' ')[1]);
}

test('it answers under its own names alone', async () => {
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, '[::1]']) {
    expect(statusOf(await ask('/', host)), host).toBe(200);
  }
  for (const host of ['daybook.example', `127.0.0.1.nip.io:${port}`, 'localhost.example', '', '0.0.0.0', '127.0.0.1@evil']) {
    for (const path of ['/', '/posts.json', '/.daybook/reload.js', '/.daybook/changes']) {
      expect(statusOf(await ask(path, host)), `${host} ${path}`).toBeGreaterThanOrEqual(400);
    }
  }
});

test('it listens on 127.0.0.1 and nowhere else', () => {
  const listening = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => state === '0A')
    .map(([, local = '']) => local.split(':'))
    .filter(([, hex = '']) => parseInt(hex, 16) === port);
  expect(listening.map(([address]) => address)).toEqual(['0100007F']);
  const portInHex = port.toString(16).toUpperCase().padStart(4, '0');
  expect(readFileSync('/proc/net/tcp6', 'utf8')).not.toMatch(new RegExp(`:${portInHex} \\S+ 0A `));
});

test('no path leads out of the folder', async () => {
  expect(await ask('/')).toContain('<title>T</title>');
  const up = ['..', '%2e%2e', '.%2e', '%2E.', '..%00', '..;', '....', '%c0%ae%c0%ae', '%252e%252e', '..%5c..'];
  const slashes = ['/', '%2f', '\\', '%5c', '//'];
  const targets = ['/link.txt', '/.hidden', '//.hidden', '/%2ehidden', '/./.hidden', 'secret', '*', '//etc/passwd', '/%2fetc/passwd'];
  for (const step of up) for (const slash of slashes) targets.push(`/${`${step}${slash}`.repeat(9)}etc/passwd`, `/${step}${slash}secret`);
  targets.push(`http://127.0.0.1:${port}/../secret`, `file://${work}/secret`, `/${'../'.repeat(2000)}etc/passwd`);
  for (const target of targets) {
    const answer = await ask(target);
    expect(answer, target).not.toContain(kSecret);
    expect(answer, target).not.toContain('root:');
    expect(answer, target).not.toMatch(/^HTTP\/1\.1 200/);
  }
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(free);
      });
    });
  });
}
