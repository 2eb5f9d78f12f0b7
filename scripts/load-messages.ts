import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Messages } from '../src/locales/translate';

/** All sentences of a language, every section together. */
export function loadMessages(language = 'en'): Messages {
  const folder = fileURLToPath(new URL(`../src/locales/${language}/`, import.meta.url));
  const sections = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.assign({}, ...sections.map((name) => JSON.parse(readFileSync(folder + name, 'utf8'))));
}
