import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of a built package with another manifest, for controls. The package itself is never touched. */
export interface AlteredCopy {
  folder: string;
  remove(): void;
}

// biome-ignore lint/suspicious/noExplicitAny: a manifest has no type that fits both browsers.
export function alteredCopy(of: string, alter: (manifest: any) => void): AlteredCopy {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-copy-'));
  cpSync(of, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  alter(manifest);
  writeFileSync(file, JSON.stringify(manifest, null, 2));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
