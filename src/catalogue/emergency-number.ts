import type { Country, Sourced } from './types';

/** The number to call in danger, and how it is known. */
export interface KnownNumber extends Sourced {
  number: string;
}

/**
 * The number to call in danger in a country: the first of its record, the police's. Null where none is known, for then
 * the words say "your local emergency number". No country's number stands in for another's: a territory served by
 * another country's bodies has emergency numbers of its own in its record.
 */
export function emergencyNumber(
  country: Pick<Country, 'emergency' | 'emergencySource' | 'emergencySeen'>,
): KnownNumber | null {
  const [first] = country.emergency;
  return first
    ? {
        number: first.number,
        evidence: first.evidence,
        source: country.emergencySource,
        seen: country.emergencySeen,
      }
    : null;
}
