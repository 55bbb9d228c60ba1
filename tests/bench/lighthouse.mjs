// Does what tests/bench/lighthouse says.
import {execFileSync, spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

const lighthouse = 'lighthouse@12.8.2';
const port = 18947;
const runs = Number(process.env.RUNS ?? 5);
const flags = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const metrics = {
  FCP: 'first-contentful-paint', LCP: 'largest-contentful-paint', TBT: 'total-blocking-time',
  CLS: 'cumulative-layout-shift', SI: 'speed-index',
};

const [folder = 'build/site', ...named] = process.argv.slice(2);
const site = resolve(folder);
const paths = named.length > 0 ? named : ['', ...heaviestArticles()];
const work = mkdtempSync(join(tmpdir(), 'daybook-lighthouse-'));
const server = spawn('nginx', ['-c', writeConfiguration(), '-e', 'stderr'], {stdio: ['ignore', 'ignore', 'inherit']});
try {
  console.log(`median of ${runs} | ${[...categories, ...Object.keys(metrics)].join(' | ')}`);
  for (const path of paths) console.log(`/${path} | ${medians(path).join(' | ')}`);
} finally {
  server.kill();
  rmSync(work, {recursive: true, force: true});
}

function medians(path) {
  const rows = Array.from({length: runs}, (_, run) => {
    const report = join(work, `${run}.json`);
    const command = ['--yes', lighthouse, `http://127.0.0.1:${port}/${path}`, '--quiet', '--output=json',
      `--output-path=${report}`, `--only-categories=${categories}`, `--chrome-flags=${flags.join(' ')}`];
    const env = {...process.env, CHROME_PATH: process.env.CHROME_PATH ?? '/usr/bin/chromium'};
    execFileSync('npx', command, {cwd: work, env, stdio: ['ignore', 'ignore', 'pipe']});
    const {categories: scored, audits} = JSON.parse(readFileSync(report, 'utf8'));
    for (const name of categories) {
      for (const {id, weight} of scored[name].auditRefs) {
        const {score, title} = audits[id];
        if (weight > 0 && score !== null && score < 0.9) console.log(`  ${name}: ${title} (${score})`);
      }
    }
    return [
      ...categories.map((name) => Math.round(scored[name].score * 100)),
      ...Object.values(metrics).map((id) => Math.round(audits[id].numericValue * 1000) / 1000),
    ];
  });
  return rows[0].map((_, column) => {
    const values = rows.map((row) => row[column]).sort((one, other) => one - other);
    const value = values[Math.floor(values.length / 2)];
    return value > 100 ? Math.round(value) : value;
  });
}

/** The longest article, and the one with the most lines of code. */
function heaviestArticles() {
  const {items} = JSON.parse(readFileSync(join(site, 'posts.json'), 'utf8'));
  const articles = items.map(({_daybook}) => _daybook.path);
  const linesOfCode = (path) => {
    const html = readFileSync(join(site, path, 'index.html'), 'utf8');
    return [...html.matchAll(/<pre[^]*?<\/pre>/g)].join('').split('\n').length;
  };
  const most = (weight) => [...articles].sort((one, other) => weight(other) - weight(one))[0];
  return [most((path) => statSync(join(site, path, 'index.html')).size), most(linesOfCode)];
}

function writeConfiguration() {
  const file = join(work, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(file, `
daemon off; master_process off; worker_processes 1; pid ${work}/nginx.pid;
events { worker_connections 64; }
http {
  access_log off; error_log stderr crit; default_type application/octet-stream;
  ${temporary.map((name) => `${name}_temp_path ${work}/${name};`).join(' ')}
  types {
    text/html html; text/css css; text/javascript js; application/wasm wasm; application/json json;
    text/markdown md; application/xml xml; text/plain txt; image/svg+xml svg; image/png png; font/woff2 woff2;
  }
  gzip on; gzip_comp_level 6; gzip_min_length 256;
  gzip_types text/css text/javascript application/wasm application/json text/markdown application/xml image/svg+xml;
  server { listen 127.0.0.1:${port}; root ${site}; error_page 404 /404.html; }
}
`);
  return file;
}
