import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/**
 * The time stamp of every entry. In local time: zip stores local times, so this gives the same bytes in every
 * time zone, and 1980 is the first year that zip knows.
 */
const FIRST_DAY_OF_ZIP = new Date(1980, 0, 1);

/**
 * Packs a built extension folder so that the same files always give the same bytes.
 *
 * @param folder Built extension, with its manifest.json at the top.
 * @param file Zip to write.
 * @returns Size of the zip in bytes.
 * @throws {Error} when the build opens files to web pages, as a dev server's build does.
 */
export function packageExtension(folder: string, file: string): number {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  if ('web_accessible_resources' in manifest) {
    throw new Error(
      `${folder} is not a release build: its manifest has web_accessible_resources. Run "npm run build".`,
    );
  }
  const entries: Zippable = {};
  for (const path of filesIn(folder)) entries[path] = new Uint8Array(readFileSync(join(folder, path)));
  const zip = zipSync(entries, { level: 9, mtime: FIRST_DAY_OF_ZIP });
  writeFileSync(file, zip);
  return zip.length;
}

/** Paths of all files below a folder, with forward slashes, sorted by code point (not by the machine's language). */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
