import { defineConfig } from '@playwright/test';
import type { SiteOptions } from './support/test.ts';

// The whole suite on one server, and what depends on where a site lies on every kind of place. Python's server cannot
// answer with a page of the site's own where there is none.
const onEveryServer = /@everywhere/;
const onServersWith404 = /@everywhere|@404/;

export default defineConfig<SiteOptions>({
  testDir: '.',
  outputDir: '../../build/browser',
  snapshotPathTemplate: '{testDir}/screenshots/{arg}{ext}',
  globalSetup: './support/servers.ts',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  timeout: 30_000,
  // A machine that is busy with something else may be late once; the report names what needed this.
  retries: 1,
  reporter: 'line',
  use: {
    // A worker would answer in the place of the server, or of what a test puts there.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // The same pixels everywhere.
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--force-color-profile=srgb',
      ],
    },
  },
  projects: [
    { name: 'nginx at /sub/path/', use: { server: 'nginx', place: 'sub' } },
    { name: 'nginx at /', use: { server: 'nginx', place: 'root' }, grep: onServersWith404 },
    { name: 'python at /sub/path/', use: { server: 'python', place: 'sub' }, grep: onEveryServer },
    { name: 'python at /', use: { server: 'python', place: 'root' }, grep: onEveryServer },
  ],
});
