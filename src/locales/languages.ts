/** The languages that Signpost speaks, BCP 47. Each has a folder of its name beside this file. */
export const LANGUAGES: readonly string[] = ['en'];

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'ur', 'dv', 'ckb', 'yi']);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0]!) ? 'rtl' : 'ltr';
}
