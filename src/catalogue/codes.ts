/** The code of the record that holds where a country has none of its own; ISO 3166-1 leaves it to its users. */
export const DEFAULT_COUNTRY = 'ZZ';

/** Whether a subdivision's code (ISO 3166-2, such as `US-IA`) is one of a country (ISO 3166-1 alpha-2). */
export function isPartOf(subdivision: string, country: string): boolean {
  return subdivision.startsWith(`${country}-`);
}
