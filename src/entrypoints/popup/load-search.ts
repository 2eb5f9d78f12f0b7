import type { CountryName, PlatformName } from '../../catalogue/names';
import search from '../../locales/en/search.json';
import { createTranslator, type Translate } from '../../locales/translate';
import { loadCountryNames, loadPlatformNames } from '../../state/names';
import { CountryChoice } from '../../ui/country-choice';
import { PlatformChoice } from '../../ui/platform-choice';

/** A search as the popup shows it: in one piece, with its sentences and the names to search. */
export type Search = { t: Translate } & (
  | { of: 'country'; Choice: typeof CountryChoice; names: CountryName[] }
  | { of: 'platform'; Choice: typeof PlatformChoice; names: PlatformName[] }
);

const t = createTranslator(search);

export async function loadCountrySearch(): Promise<Search> {
  return { t, of: 'country', Choice: CountryChoice, names: await loadCountryNames() };
}

export async function loadPlatformSearch(): Promise<Search> {
  return { t, of: 'platform', Choice: PlatformChoice, names: await loadPlatformNames() };
}
