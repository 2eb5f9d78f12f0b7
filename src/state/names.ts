import type { CountryName, PlatformName } from '../catalogue/names';

/** The names for the searches, loaded when one is opened. */
export const loadPlatformNames = (): Promise<PlatformName[]> =>
  import('virtual:signpost/platform-names').then(({ default: names }) => names);

export const loadCountryNames = (): Promise<CountryName[]> =>
  import('virtual:signpost/country-names').then(({ default: names }) => names);
