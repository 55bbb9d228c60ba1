// Packs the engine, the files that the pages of a blog share, into build/engine: core, script and style under a/, each
// named by a hash of its own, engine.json, which says which is which, and words/, what pages say in other languages. The same sources give the same bytes. Lays
// out build/standalone as well, the blog without a build, whose pages know the engine's files by plain names.
import {createHash} from 'node:crypto';
import {cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {build, transform} from 'esbuild';
import subsetFont from 'subset-font';

const wasm = 'build/wasm/core.wasm';
const searchWasm = 'build/wasm/search.wasm';
const engine = 'build/engine';
const standalone = 'build/standalone';
const options = {
  bundle: true,
  minify: true,
  write: false,
  legalComments: 'none',
  logLevel: 'warning',
  outdir: join(engine, 'a'),
  preserveSymlinks: true,
  target: 'es2022',
};

/** A style sheet that a part of the script brings with it. */
const styleAsText = {
  name: 'style as text',
  setup({onLoad}) {
    onLoad({filter: /\.css$/}, async ({path}) => {
      const {code} = await transform(readFileSync(path, 'utf8'), {loader: 'css', minify: true, target: options.target});
      return {contents: code.trim(), loader: 'text'};
    });
  },
};

/** The highlighter's core is CommonJS, for which the bundler would put helpers into a file that all others import. */
const highlighterAsModule = {
  name: 'highlighter as module',
  setup({onLoad}) {
    onLoad({filter: /highlight\.js\/es\/core\.js$/}, ({path}) => {
      const source = readFileSync(path.replace('/es/', '/lib/'), 'utf8');
      return {contents: source.replace('module.exports = highlight;', 'export default highlight;')};
    });
  },
};

// Other people's work that is bundled, whose licences go with every copy.
const packages = ['@fontsource-variable/source-serif-4', 'highlight.js', 'temml'];

for (const file of [wasm, searchWasm]) {
  if (!existsSync(file)) fail(`build ${file} first: scripts/build wasm core search`);
}
rmSync(engine, {recursive: true, force: true});
rmSync(standalone, {recursive: true, force: true});
mkdirSync(join(engine, 'a'), {recursive: true});

const core = keep(readFileSync(wasm), 'wasm');
const search = keep(readFileSync(searchWasm), 'wasm');
const {script, parts} = await bundleScript();
const theme = keep(await bundleOne('web/app/early.ts', {format: 'iife'}), 'js');
const font = await keepFont('normal');
const style = keep(await bundleStyle([font, await keepFont('italic')]), 'css');
const icon = keep(readFileSync('web/assets/icon.svg'), 'svg');
parts.licences = keep(Buffer.from(packages.map(licenceOf).join('\n')), 'txt');
const worker = await keepWorker({core, script, theme, style, font, icon});
const list = {core, search, script, theme, style, font, icon, parts, worker, farewell: keepFarewell()};
writeFileSync(join(engine, 'engine.json'), JSON.stringify(list, null, 2) + '\n');

cpSync('web/words', join(engine, 'words'), {recursive: true});
cpSync('web/standalone', standalone, {recursive: true});
for (const file of [core, search, font, ...Object.values(parts)]) cpSync(join(engine, file), join(standalone, file));
cpSync(join(engine, script), join(standalone, 'a/daybook.js'));
cpSync(join(engine, theme), join(standalone, 'a/theme.js'));
cpSync(join(engine, style), join(standalone, 'a/daybook.css'));

/** Puts a file into the engine under the name that its content gives it, and returns its path there. */
function keep(bytes, ending) {
  const path = `a/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`;
  writeFileSync(join(engine, path), bytes);
  return path;
}

/** The file's name, and behind `#` what it has to be, as the browser checks it. */
function withHash(file) {
  return `${basename(file)}#sha256-${createHash('sha256').update(readFileSync(join(engine, file))).digest('base64')}`;
}

async function bundleOne(entry, more = {}) {
  const {outputFiles} = await build({...options, entryPoints: [entry], ...more});
  return outputFiles[0].contents;
}

/**
 * The text face for Latin languages and typographic signs, weights from regular to bold. Other scripts keep the
 * system's faces, whose letters no stand-in has to match.
 */
async function keepFont(slope) {
  const file = `node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-${slope}.woff2`;
  const range = (from, to) => Array.from({length: to - from + 1}, (_, i) => String.fromCodePoint(from + i)).join('');
  const signs = '–—‘’‚“”„‹›«»•…·×÷−≈≤≥≠←↑→↓†‡′″€™';
  const letters = range(0x20, 0x7e) + range(0xa0, 0x17f) + signs;
  const cut = (targetFormat) =>
    subsetFont(readFileSync(file), letters, {targetFormat, variationAxes: {wght: {min: 400, max: 700}}});
  const path = keep(await cut('woff2'), 'woff2');
  // For the build, which draws with it; it is not published.
  if (slope === 'normal') writeFileSync(join(engine, 'text_face.ttf'), await cut('truetype'));
  if (slope === 'italic') parts.italic = path;
  return path;
}

/** The style sheet, in which the faces go by their names in the engine. */
async function bundleStyle([normal, italic]) {
  const css = Buffer.from(await bundleOne('web/styles/daybook.css', {external: ['*.woff2']})).toString();
  return css.replace('daybook-serif-italic.woff2', basename(italic)).replace('daybook-serif.woff2', basename(normal));
}

/** The script of every page is one file; its parts, which it imports when a page has use for them, are others. */
async function bundleScript() {
  const {metafile, outputFiles} = await build({
    ...options,
    entryPoints: ['web/app/main.ts'],
    format: 'esm',
    splitting: true,
    metafile: true,
    entryNames: '[hash]',
    chunkNames: '[hash]',
    define: {DAYBOOK_CORE_FILE: JSON.stringify(withHash(core)), DAYBOOK_SEARCH_FILE: JSON.stringify(withHash(search))},
    plugins: [highlighterAsModule, styleAsText],
  });
  for (const {path, contents} of outputFiles) writeFileSync(path, contents);
  const outputs = Object.entries(metafile.outputs);
  const main = outputs.find(([, {entryPoint}]) => entryPoint === 'web/app/main.ts');
  if (main[1].imports.some(({kind}) => kind !== 'dynamic-import')) {
    fail('the script of every page shares a module with one of its parts: hand the part what it needs as a parameter');
  }
  const others = outputs.filter((output) => output !== main);
  const named = others.map(([path, {entryPoint}]) => [partName(entryPoint ?? path), `a/${basename(path)}`]);
  return {script: `a/${basename(main[0])}`, parts: Object.fromEntries(named.sort())};
}

/** The service worker, which knows every file of its engine, and so is another with every other engine. */
async function keepWorker(needed) {
  const files = readdirSync(join(engine, 'a')).map((name) => `a/${name}`);
  const digest = (file) => createHash('sha256').update(readFileSync(join(engine, file))).digest('base64url');
  const hashes = Object.fromEntries(files.sort().map((file) => [file, digest(file)]));
  const id = createHash('sha256').update(JSON.stringify(hashes)).digest('hex').slice(0, 16);
  const known = {id, core: needed.core, needed: Object.values(needed), files: hashes};
  const define = {DAYBOOK_ENGINE: JSON.stringify(known)};
  writeFileSync(join(engine, 'sw.js'), await bundleOne('web/worker/worker.ts', {format: 'iife', define}));
  return 'sw.js';
}

/** The worker of sites that do without one. */
function keepFarewell() {
  cpSync('web/worker/farewell.js', join(engine, 'sw_farewell.js'));
  return 'sw_farewell.js';
}

/** `code` for web/app/parts/code.ts, `language sql` for a language of the highlighter, else the file's own name. */
function partName(path) {
  const name = basename(path).replace(/\.[jt]s$/, '');
  return dirname(path).endsWith('languages') ? `language ${name}` : name;
}

function licenceOf(name) {
  const {version} = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8')}`;
}

function fail(message) {
  console.error(`scripts/engine: ${message}`);
  process.exit(1);
}
