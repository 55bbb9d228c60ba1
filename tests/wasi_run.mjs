// Runs a test binary that was built as a WASI command: node tests/wasi_run.mjs TESTS.wasm [ARGUMENT…]
// Standard input and output are the binary's own; it sees no files.
import {readFile} from 'node:fs/promises';
import {WASI} from 'node:wasi';

const [path, ...rest] = process.argv.slice(2);
if (path === undefined) {
  console.error('name the test binary: node tests/wasi_run.mjs TESTS.wasm [ARGUMENT…]');
  process.exit(2);
}

const wasi = new WASI({version: 'preview1', args: [path, ...rest], returnOnExit: true});
const {instance} = await WebAssembly.instantiate(await readFile(path), {
  wasi_snapshot_preview1: wasi.wasiImport,
  env: {emscripten_notify_memory_growth() {}},
});
process.exitCode = wasi.start(instance);
