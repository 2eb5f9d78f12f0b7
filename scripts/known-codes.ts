import { LANGUAGES } from '../src/locales/languages';
import type { KnownCodes } from '../src/policy/parse-policy';
import { loadCountries } from './load-catalogue';

/** The codes that a school's policy may use, read from the records; `src/state/records.ts` has them in the extension. */
export function knownCodes(): KnownCodes {
  const countries = loadCountries().filter((country) => country.code !== 'ZZ');
  return {
    countries: new Set(countries.map((country) => country.code)),
    subdivisions: new Set(countries.flatMap((country) => (country.subdivisions ?? []).map((part) => part.code))),
    languages: new Set(LANGUAGES),
  };
}
