import type { CountryName, PlatformName } from '../catalogue/names';
import { oftenChosenFirst } from '../catalogue/often-chosen';

/** The names for the searches, loaded when one is opened. */
export const loadPlatformNames = (): Promise<PlatformName[]> =>
  import('virtual:signpost/platform-names').then(({ default: names }) => oftenChosenFirst(names));

export const loadCountryNames = (): Promise<CountryName[]> =>
  import('virtual:signpost/country-names').then(({ default: names }) => names);
