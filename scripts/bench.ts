import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchDetection } from './bench/detection';
import { benchPopup } from './bench/popup';
import { buildPreactPopup } from './bench/preact-popup';
import { loadPlatforms } from './load-catalogue';

// npm run bench [-- FOLDER…]: every figure is a ratio measured side by side in this run, because machines are noisy.
const others = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'signpost-bench-'));
try {
  const empty = fileURLToPath(new URL('../tests/browsers/fixtures/empty', import.meta.url));
  console.log('## Detection\n');
  console.log(benchDetection(loadPlatforms()));
  console.log('\n## Popup\n');
  console.log(await benchPopup([empty, await buildPreactPopup(folder), ...others]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
