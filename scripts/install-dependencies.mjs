// Runs before npm's commands that a fresh copy may begin with, so that they need nothing but Node and npm: installs the
// dependencies where they are missing or older than package-lock.json. The quick checks (types, lint, format, unit,
// browsers) go without it and expect them to be there. Plain Node, because nothing else is there yet; silent on
// stdout, because `npm run -s plan` is read by other programs.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, 'package-lock.json');
/** npm writes this file at the end of every complete installation. */
const installed = join(root, 'node_modules', '.package-lock.json');

// As "engines" in package.json says: vite needs these.
const [major, minor] = process.versions.node.split('.').map(Number);
const isEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
if (!isEnough) {
  console.error(`Signpost needs Node 20.19 or a later 20, or 22.12 and newer; this is ${process.versions.node}.`);
  process.exit(1);
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.error('Installing dependencies (npm ci) ...');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(
      'The dependencies could not be installed: check the network (or npm\'s "registry" setting), then run "npm ci".',
    );
    process.exit(1);
  }
  utimesSync(installed, new Date(), new Date());
}
