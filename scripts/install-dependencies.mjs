// Runs before every npm command of this project, so that a fresh copy needs nothing but Node and npm: installs the
// dependencies where they are missing or older than package-lock.json. Plain Node, because nothing else is there
// yet; silent on stdout, because `npm run -s plan` is read by other programs.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, 'package-lock.json');
/** npm writes this file at the end of every complete installation. */
const installed = join(root, 'node_modules', '.package-lock.json');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Signpost needs Node 20.19 or newer; this is ${process.versions.node}.`);
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
