import { DEFAULT_COUNTRY } from '../catalogue/codes';
import { LANGUAGES } from '../locales/languages';

/** The codes that a policy may use: what the catalogue and the locales have. */
export interface KnownCodes {
  /** ISO 3166-1 alpha-2, without the default `ZZ`. */
  countries: ReadonlySet<string>;
  /** ISO 3166-2, such as `US-IA`. */
  subdivisions: ReadonlySet<string>;
  /** BCP 47. */
  languages: ReadonlySet<string>;
}

/** @param countries every country with its parts, as records or as names */
export function knownCodes(
  countries: readonly { code: string; subdivisions?: readonly { code: string }[] }[],
): KnownCodes {
  return {
    countries: new Set(countries.map(({ code }) => code).filter((code) => code !== DEFAULT_COUNTRY)),
    subdivisions: new Set(countries.flatMap(({ subdivisions = [] }) => subdivisions.map(({ code }) => code))),
    languages: new Set(LANGUAGES),
  };
}
