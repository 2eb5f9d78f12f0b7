import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Country, Platform } from '../src/catalogue/types';
import { compilePlatforms } from '../src/detect/compile-platforms';
import { createDetectCatalogue, type DetectCatalogue } from '../src/detect/detect-page';

/** The records as files, in alphabetical order; the file's name is the record's id. */
function readRecords<Record>(folder: string): { file: string; record: Record }[] {
  const path = fileURLToPath(new URL(`../src/catalogue/${folder}/`, import.meta.url));
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      try {
        return { file: basename(name, '.json'), record: JSON.parse(readFileSync(path + name, 'utf8')) as Record };
      } catch (error) {
        throw new Error(`src/catalogue/${folder}/${name}: ${(error as Error).message}`);
      }
    });
}

export function loadPlatforms(): Platform[] {
  return readRecords<Platform>('platforms').map(({ record }) => record);
}

export function loadCountries(): Country[] {
  return readRecords<Country>('countries').map(({ record }) => record);
}

export function loadDetectCatalogue(platforms: Platform[] = loadPlatforms()): DetectCatalogue {
  const { index, compiled } = compilePlatforms(platforms);
  return createDetectCatalogue(index, compiled);
}
