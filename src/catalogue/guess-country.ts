import { DEFAULT_COUNTRY } from './codes';
import zones from './time-zones.json';

export interface Place {
  /** ISO 3166-1 alpha-2, `DEFAULT_COUNTRY` where nothing tells it. */
  country: string;
  /** Only where the time zone lies in one subdivision alone. */
  subdivision: string | null;
}

/**
 * The person's country, from the device's settings alone, never from the network.
 * The time zone says where the device is; languages only stand in where it says nothing (`UTC`). English of the
 * United States is what many devices come with, and tells no country.
 * @param timeZone IANA name, as `timeZoneOfDevice` gives it
 * @param languages BCP 47 tags, most wanted first
 */
export function guessCountry(timeZone: string, languages: readonly string[]): Place {
  for (const [country, names] of Object.entries(zones.countries)) {
    if (names.split(' ').includes(timeZone)) {
      return { country, subdivision: (zones.subdivisions as Record<string, string>)[timeZone] ?? null };
    }
  }
  for (const language of languages) {
    const region = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})$/.exec(language)?.[1];
    if (region && language !== 'en-US' && region in zones.countries) return { country: region, subdivision: null };
  }
  return { country: DEFAULT_COUNTRY, subdivision: null };
}
