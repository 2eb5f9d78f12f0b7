import { guessCountry } from '../catalogue/guess-country';
import { loadCountry } from './records';

/** The emergency number by time zone and language alone, for when nothing else could be read; null where that fails too. */
export async function emergencyWithoutScene(): Promise<string | null> {
  try {
    const { country } = guessCountry(Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.languages);
    return (await loadCountry(country)).emergency[0]?.number ?? null;
  } catch {
    return null;
  }
}
