import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Platform } from '../src/catalogue/types';
import { detectPage } from '../src/detect/detect-page';
import { loadDetectCatalogue, loadPlatforms } from './load-catalogue';

const USAGE = `npm run new-platform -- ID NAME HOST

Writes src/catalogue/platforms/ID.json, a record to be filled in.
  ID    lower-case letters, digits and hyphens, such as my-platform
  NAME  what people call it, such as "My Platform"
  HOST  its main host without www., such as myplatform.com`;

/** A record that fits the schema and says only what is known: a host, and nothing of how to report. */
export function skeleton(id: string, name: string, host: string): Platform {
  return {
    id,
    name,
    operator: 'not known',
    status: 'live',
    appOnly: false,
    hosts: [host],
    shapes: [
      {
        kind: 'profile',
        shape: `https://${host}/{user}`,
        evidence: 'memory',
        source: null,
        examples: [{ address: `https://${host}/example`, username: 'example' }],
      },
    ],
    lookAlikes: [`https://${host}/about`, `https://${host}.evil.example/example`],
    trackingParams: [],
    routes: [
      {
        label: `Report inside ${name}`,
        type: 'in-product',
        target: `https://${host}/`,
        for: 'any-abuse',
        appliesTo: ['profile'],
        accountNeeded: null,
        prefill: null,
        evidence: 'memory',
        source: null,
        seen: null,
      },
    ],
    inProductSteps: [],
    reportsToNcmec: null,
    minAge: null,
    notes: '',
  };
}

/** What is wrong with the three words, or null. */
export function faultOf(id: string, name: string, host: string, known: Platform[]): string | null {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return `"${id}" is no id: lower-case letters, digits and single hyphens`;
  if (known.some((platform) => platform.id === id)) return `there is a record named ${id} already`;
  if (name.trim() === '') return 'the name is missing';
  if (!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host))
    return `"${host}" is no host, such as myplatform.com`;
  const owner = detectPage(`https://${host}/`, loadDetectCatalogue(known)).platform;
  if (owner !== null && known.find((platform) => platform.id === owner)!.hosts.includes(host))
    return `${host} belongs to ${owner}`;
  return null;
}

function main(words: string[]): void {
  const [id = '', name = '', host = ''] = words;
  if (words.length !== 3) {
    console.error(USAGE);
    process.exitCode = 1;
    return;
  }
  const fault = faultOf(id, name, host, loadPlatforms());
  if (fault) {
    console.error(fault);
    process.exitCode = 1;
    return;
  }
  const path = fileURLToPath(new URL(`../src/catalogue/platforms/${id}.json`, import.meta.url));
  writeFileSync(
    path,
    `${JSON.stringify({ $schema: '../platform.schema.json', ...skeleton(id, name, host) }, null, 2)}\n`,
  );
  console.log(`src/catalogue/platforms/${id}.json is written. Next:
  1. its hosts, shapes and examples (docs/address-shapes.md): at least 4 examples, and one of each kind
  2. its own way to report, with the page where you saw it and when
  3. SIGNPOST_ONLY=${id} npx vitest run --project unit tests/detect/every-example.test.ts
     npx vitest run --project unit tests/catalogue/platforms.test.ts`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2));
}
