import { readdirSync, readFileSync } from 'node:fs';
import type { Country } from '../../src/catalogue/types';
import type { KnownCodes } from '../../src/policy/parse-policy';

const FOLDER = new URL('../../src/catalogue/countries/', import.meta.url);

/** The real codes of the catalogue. */
export const KNOWN: KnownCodes = readKnownCodes();

function readKnownCodes(): KnownCodes {
  const countries = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Country)
    .filter((country) => country.code !== 'ZZ');
  return {
    countries: new Set(countries.map((country) => country.code)),
    subdivisions: new Set(countries.flatMap((country) => (country.subdivisions ?? []).map((part) => part.code))),
    languages: new Set(['en']),
  };
}
