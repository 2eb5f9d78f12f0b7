import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { safeWording } from './docs/safe-wording';

/** The documents that are written from the records; a test holds that they are up to date. */
const DOCUMENTS: Record<string, () => string> = {
  'docs/safe-wording.md': safeWording,
};

for (const [path, write] of Object.entries(DOCUMENTS)) {
  writeFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), write());
  console.log(path);
}
