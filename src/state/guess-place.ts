import { storeGuess } from '../browser/preferences-store';
import type { Place } from '../catalogue/guess-country';
import { timeZoneOfDevice } from './time-zone';

/** A guess as it is stored, so that the table of all time zones is read once a device and not at every opening. */
interface StoredGuess extends Place {
  /** What it was made from: it is made anew when the device's settings are others. */
  from: string;
}

/** The person's country and part of it, from time zone and languages alone. */
export async function guessPlace(stored?: unknown): Promise<Place> {
  const timeZone = timeZoneOfDevice();
  const from = [timeZone, ...navigator.languages].join(' ');
  const known = parseGuess(stored);
  if (known?.from === from) return known;
  const { guessCountry } = await import('../catalogue/guess-country');
  const place = guessCountry(timeZone, navigator.languages);
  void storeGuess({ ...place, from } satisfies StoredGuess);
  return place;
}

function parseGuess(stored: unknown): StoredGuess | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { from, country, subdivision } = stored as Record<string, unknown>;
  if (typeof from !== 'string' || typeof country !== 'string') return null;
  return { from, country, subdivision: typeof subdivision === 'string' ? subdivision : null };
}
