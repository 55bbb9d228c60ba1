// Browsers of three engines behind one set of steps, for what has to hold in each of them.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { Builder } from 'selenium-webdriver';

/** Someone who reads in one window of one browser. */
export interface Reader {
  open(url: string): Promise<void>;
  /** What `ask` gives in the page; it stands by itself, since its source is sent there. */
  evaluate<T, A>(ask: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** Closes the browser and opens it again with the same profile; false where a profile cannot outlast it. */
  restart(): Promise<boolean>;
  close(): Promise<void>;
}

const kArguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

async function openChromium(): Promise<Reader> {
  const profile = newFolder();
  const start = () =>
    chromium.launchPersistentContext(profile, { executablePath: '/usr/bin/chromium', args: kArguments, serviceWorkers: 'allow' });
  let browser = await start();
  const page = () => browser.pages()[0] ?? browser.newPage();
  return {
    open: async (url) => {
      await (await page()).goto(url);
    },
    evaluate: async (ask, argument) => (await page()).evaluate(ask as never, argument) as never,
    restart: async () => {
      await browser.close();
      browser = await start();
      return true;
    },
    close: async () => {
      await browser.close();
      remove(profile);
    },
  };
}

async function openFirefox(): Promise<Reader> {
  const profile = newFolder();
  const start = () =>
    launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true, userDataDir: profile });
  let browser = await start();
  let page = await browser.newPage();
  return {
    open: async (url) => {
      // Where a worker answers in the place of a network that is gone, Firefox goes there and then reports that it failed.
      await page.goto(url).catch(() => undefined);
    },
    evaluate: (ask, argument) => page.evaluate(ask as never, argument),
    restart: async () => {
      await browser.close();
      browser = await start();
      page = await browser.newPage();
      return true;
    },
    close: async () => {
      await browser.close();
      remove(profile);
    },
  };
}

const kMiniBrowser = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;

async function openWebKit(): Promise<Reader> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await firstLine(screen);
  const port = 4400 + Number(display);
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${display}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  const close = () => {
    driver.kill();
    screen.kill();
  };
  try {
    await answers(`http://127.0.0.1:${port}/status`);
    const session = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: kMiniBrowser, args: ['--automation'] },
      })
      .build();
    await session.manage().setTimeouts({ script: 120_000 });
    return {
      open: (url) => session.get(url),
      evaluate: (ask, argument) => session.executeScript(`return (${ask.toString()})(...arguments)`, argument),
      // A window that is driven has a profile of its own, which goes with it.
      restart: () => Promise.resolve(false),
      close: async () => {
        await session.quit();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

export const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  Chromium: openChromium,
  Firefox: openFirefox,
  WebKitGTK: openWebKit,
};

/** Asks again and again until the answer is `wanted`; the last one is in the error. */
export async function waitFor<T, A>(
  reader: Reader,
  ask: (argument: A) => T | Promise<T>,
  argument: A,
  wanted: (answer: T) => boolean,
): Promise<T> {
  const kPatience = 60_000; // ms
  const kPause = 200; // ms
  let last: unknown;
  for (const end = Date.now() + kPatience; Date.now() < end; ) {
    try {
      const answer = await reader.evaluate(ask, argument);
      last = answer;
      if (wanted(answer)) return answer;
    } catch (error) {
      last = error; // a page on its way out cannot be asked
    }
    await new Promise((resolve) => setTimeout(resolve, kPause));
  }
  throw new Error(`${ask.toString()}: ${String(last)}`);
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'daybook-reader-'));
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Of the child's fourth stream. */
function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdio[3]?.once('data', (line: Buffer) => {
      resolve(line.toString().trim());
    });
  });
}

async function answers(url: string): Promise<void> {
  const kTries = 100;
  for (let tried = 0; tried < kTries; ++tried) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`nothing listens at ${url}`);
}
