// A static server inside the test: it can go away and come back on the same port, and do to any file what hosts do.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Answers in the place of the file; `undefined` leaves it to the server. */
export type Fault = (path: string, request: IncomingMessage, response: ServerResponse) => boolean;

const kTypes: Record<string, string> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
};

export class FaultyServer {
  /** Site paths requested since `forget`, with their queries. */
  readonly requests: string[] = [];
  fault: Fault = () => false;

  #folders: Readonly<Record<string, string>>;
  #server: Server | undefined;
  #port = 0;
  #damaged: RegExp | undefined;
  #onDamaged = (): void => {};
  readonly #sockets = new Set<Socket>();

  /** Folders by the path under which they appear, such as `/x/`. */
  constructor(folders: Readonly<Record<string, string>>) {
    this.#folders = folders;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.#serve(request, response);
    });
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((listening) => server.listen(this.#port, '127.0.0.1', listening));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Cuts the network. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.#port}${path}`;
  }

  serve(folders: Readonly<Record<string, string>>): void {
    this.#folders = folders;
  }

  forget(): void {
    this.requests.length = 0;
  }

  /** From now on one bit is wrong of every file whose path matches; tells how many were sent. Undefined ends it. */
  damage(file: RegExp | undefined): () => number {
    this.#damaged = file;
    let sent = 0;
    this.#onDamaged = () => ++sent;
    return () => sent;
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    this.requests.push(path);
    if (this.fault(path, request, response)) return;
    const { pathname } = new URL(path, 'http://x');
    const place = Object.keys(this.#folders)
      .filter((base) => pathname.startsWith(base))
      .sort((one, other) => other.length - one.length)[0];
    const folder = place === undefined ? undefined : this.#folders[place];
    if (place === undefined || folder === undefined) {
      response.writeHead(404).end();
      return;
    }
    let file = join(folder, decodeURIComponent(pathname.slice(place.length)));
    let status = 200;
    try {
      if (pathname.endsWith('/')) file = join(file, 'index.html');
      if (statSync(file).isDirectory()) {
        response.writeHead(301, { location: `${pathname}/` }).end();
        return;
      }
    } catch {
      file = join(folder, '404.html');
      status = 404;
    }
    const bytes = readFileSync(file);
    if (status === 200 && this.#damaged?.test(path) === true) {
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      this.#onDamaged();
    }
    const type = kTypes[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    const etag = `"${statSync(file).mtimeMs}-${bytes.length}"`;
    const isNamedByHash = /^\/(?:x\/)?[adimsv]\/|\?h=/.test(path);
    const isImage = type.startsWith('image/');
    const age = isNamedByHash ? 'max-age=31536000' : isImage ? 'max-age=600' : 'no-cache';
    const headers = { 'content-type': type, etag, 'cache-control': age };
    if (status === 200 && request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(status, { ...headers, 'content-length': bytes.length }).end(bytes);
  }
}
