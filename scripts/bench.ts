import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROME_PACKAGE } from '../tests/browsers/support/chromium';
import { benchDetection } from './bench/detection';
import { benchPanelAndBackground } from './bench/panel';
import { benchPopup } from './bench/popup';
import { popupFiles } from './bench/popup-bytes';
import { buildPreactPopup } from './bench/preact-popup';
import { table } from './bench/statistics';
import { buildStillPopup } from './bench/still-popup';
import { benchWork } from './bench/work';
import { buildPackages } from './build';
import { loadPlatforms } from './load-catalogue';

// npm run bench [-- FOLDER…]: builds both packages, then measures. Every figure is a ratio measured side by side in this
// run, because machines are noisy.
const others = process.argv.slice(2);
await buildPackages();
const folder = mkdtempSync(join(tmpdir(), 'signpost-bench-'));
try {
  const empty = fileURLToPath(new URL('../tests/browsers/fixtures/empty', import.meta.url));
  console.log('## Detection\n');
  console.log(await benchDetection(loadPlatforms(), folder));
  console.log('\n## Popup\n');
  const compared = [empty, await buildPreactPopup(folder), await buildStillPopup(folder, empty), ...others];
  console.log(await benchPopup(compared));
  console.log('\n## Panel and background\n');
  console.log(await benchPanelAndBackground());
  console.log('\n## Work\n');
  console.log(benchWork());
  console.log('\n## Bytes the popup loads\n');
  console.log(bytes());
  console.log('\n## Packages\n');
  console.log(packages());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function bytes(): string {
  const rows = [
    ['youtube', 'GB'],
    ['facebook', 'US'],
    ['snapchat', 'DE'],
  ].map(([platform, country]) => {
    const files = popupFiles(CHROME_PACKAGE, platform!, country!);
    const sum = (of: 'bytes' | 'gzipped') => (files.reduce((total, file) => total + file[of], 0) / 1024).toFixed(1);
    return [`${platform}, ${country}`, String(files.length), sum('bytes'), sum('gzipped')];
  });
  return table(['page and country', 'files', 'KB', 'KB gzipped'], rows);
}

function packages(): string {
  const zips = readdirSync(dirname(CHROME_PACKAGE)).filter((name) => name.endsWith('.zip'));
  const size = (name: string) => (statSync(join(dirname(CHROME_PACKAGE), name)).size / 1024).toFixed(1);
  return table(
    ['package', 'KB zipped'],
    zips.map((name) => [name, size(name)]),
  );
}
