import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../docs/policies/', import.meta.url);

/** The policies of docs/policies, by the name of their file. */
export const SAMPLE_POLICIES: { name: string; text: string }[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({ name: file.replace('.json', ''), text: readFileSync(new URL(file, FOLDER), 'utf8') }));
