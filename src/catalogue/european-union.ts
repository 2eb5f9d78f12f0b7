const MEMBERS = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';

/** Whether a country (ISO 3166-1 alpha-2) is a member of the European Union, where the Digital Services Act holds. */
export function isInEuropeanUnion(country: string): boolean {
  return MEMBERS.includes(country);
}
