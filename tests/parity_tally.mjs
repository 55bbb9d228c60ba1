// What the comparisons of a blog here and there share: a folder to build into, and a count that the check reads.
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const tally = {passed: 0, failed: 0, skipped: 0};

/** Counts one comparison; says what differs. */
export function count(isSame, difference) {
  ++tally[isSame ? 'passed' : 'failed'];
  if (!isSame) console.log(`FAILED ${difference()}`);
}

/** Calls `compare(content, site)` for every content that is there, with a folder of its own to build into; then tells the counts. */
export async function compareAll(contents, compare) {
  for (const content of contents) {
    if (!existsSync(content)) {
      ++tally.skipped;
      console.log(`skipped: ${content} is not there`);
      continue;
    }
    const site = mkdtempSync(join(tmpdir(), 'daybook-parity-'));
    try {
      await compare(content, site);
    } finally {
      rmSync(site, {recursive: true, force: true});
    }
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}
