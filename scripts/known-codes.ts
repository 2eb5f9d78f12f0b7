import { knownCodes as codesOf, type KnownCodes } from '../src/policy/known-codes';
import { loadCountries } from './load-catalogue';

/** The codes that a school's policy may use, read from the records. */
export const knownCodes = (): KnownCodes => codesOf(loadCountries());
