import { emergencyNumber } from '../catalogue/emergency-number';
import { guessPlace } from './guess-place';
import { loadCountry } from './records';

/** The emergency number by time zone and language alone, for when nothing else could be read; null where that fails too. */
export async function emergencyWithoutScene(): Promise<string | null> {
  try {
    const { country } = await guessPlace();
    return emergencyNumber(await loadCountry(country, null))?.number ?? null;
  } catch {
    return null;
  }
}
