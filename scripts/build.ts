import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { packageExtension } from './package-extension';
import type { Target } from './vite/manifest-for';

export const TARGETS: readonly Target[] = ['chrome', 'firefox'];

const root = resolve(import.meta.dirname, '..');

export interface BuiltPackage {
  target: Target;
  /** The unpacked extension. */
  folder: string;
  zip: string;
  /** Of the zip, in bytes. */
  size: number;
}

/**
 * Builds the unpacked folder and the zip for Chrome/Edge and for Firefox.
 *
 * @param into Folder to write to; `dist` of this project where left out.
 */
export async function buildPackages(into = join(root, 'dist'), targets = TARGETS): Promise<BuiltPackage[]> {
  process.env.NODE_ENV = 'production';
  // vite warns about a future way of loading its config that this project does not use.
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  mkdirSync(into, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as { version: string };
  const packages: BuiltPackage[] = [];
  for (const target of targets) {
    // vite.config.ts reads the target when it is loaded, so one build has to end before the next begins.
    process.env.SIGNPOST_TARGET = target;
    const folder = join(into, target);
    await build({ root, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
    const zip = join(into, `signpost-${target}-${version}.zip`);
    packages.push({ target, folder, zip, size: packageExtension(folder, zip) });
  }
  return packages;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const here = (path: string) => relative(process.cwd(), path);
  for (const made of await buildPackages(process.argv[2] ? resolve(process.argv[2]) : undefined)) {
    console.log(`${here(made.folder)}/ and ${here(made.zip)} (${(made.size / 1024).toFixed(1)} KB)`);
  }
}
