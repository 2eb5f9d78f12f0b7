import { readActiveTab } from '../browser/active-tab';
import { capturedAddress } from '../browser/captured-address';
import { readPolicy } from '../browser/managed-policy';
import { readStoredPreferences } from '../browser/preferences-store';
import { DEFAULT_COUNTRY } from '../catalogue/codes';
import type { Place } from '../catalogue/guess-country';
import { NO_POLICY, type SchoolPolicy } from '../policy/school-policy';
import { guessPlace } from './guess-place';
import { loadCountryNames } from './names';
import { type Preferences, parsePreferences } from './preferences';
import { detectAddress, loadCountry } from './records';
import { NO_CASE } from './report-case';
import type { Countries, Scene, Surroundings } from './scene';
import { settleSettings } from './settings';

/** @param unstored what was chosen on this screen and is not stored, or not yet: it counts here all the same */
export async function readSurroundings(unstored?: Partial<Preferences>): Promise<Surroundings> {
  // A damaged storage loses what was chosen, never the screen: the country is guessed again.
  const [stored, policyValue] = await Promise.all([readStoredPreferences().catch(() => NOTHING), readPolicy()]);
  return settle(parsePreferences({ ...stored, ...unstored }), await policyFrom(policyValue), stored.guess);
}

/** @param storedGuess a guess made earlier on this device, unchecked */
export async function settle(
  preferences: Preferences,
  policy: SchoolPolicy,
  storedGuess?: unknown,
): Promise<Surroundings> {
  const needsGuess = !preferences.country && !policy.country;
  const place = needsGuess ? await guessPlace(storedGuess) : NOWHERE;
  return { policy, settings: settleSettings(preferences, policy, place) };
}

const NOTHING: Record<string, unknown> = {};
const NOWHERE = { country: DEFAULT_COUNTRY, subdivision: null };

/** The checks are loaded only where a school set something. */
async function policyFrom(value: unknown): Promise<SchoolPolicy> {
  // `isPolicySet`, written out: shared with pages that load this file it would cost the popup an export.
  const isEmpty = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  if (isEmpty) return NO_POLICY;
  const [{ parsePolicy }, { knownCodes }, countries] = await Promise.all([
    import('../policy/parse-policy'),
    import('../policy/known-codes'),
    loadCountryNames(),
  ]);
  return parsePolicy(value, knownCodes(countries)).policy;
}

export async function loadCountries({ country: code, subdivision }: Place): Promise<Countries> {
  const [country, defaultCountry] = await Promise.all([
    loadCountry(code, subdivision),
    loadCountry(DEFAULT_COUNTRY, null),
  ]);
  const parentCountry = country.sameBodiesAs ? await loadCountry(country.sameBodiesAs, null) : null;
  return { country, parentCountry, defaultCountry };
}

export interface OpenedScene {
  scene: Scene;
  windowId: number | null;
  private: boolean;
}

/** The scene the popup opens with: the page captured through the menu, otherwise the tab's. */
export async function loadOpenedScene(): Promise<OpenedScene> {
  // Where the person is and what page it is do not wait for each other. The page is asked for first, for its record can
  // only be loaded once its address is there.
  const asked = readActiveTab();
  const placed = readSurroundings().then(async (surroundings) => ({
    surroundings,
    countries: await loadCountries(surroundings.settings),
  }));
  const tab = await asked;
  const { page, number, platform } = await detectAddress(capturedAddress() ?? tab.address);
  const reportCase = { ...NO_CASE, page, platform: number };
  const scene = { reportCase, platform, ...(await placed) };
  return { scene, windowId: tab.windowId, private: tab.private };
}
