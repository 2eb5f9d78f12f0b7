/** A platform as the platform search knows it; `number` finds its record. */
export interface PlatformName {
  number: number;
  id: string;
  name: string;
  otherNames: string[];
  appOnly: boolean;
  closed: boolean;
}

export interface CountryName {
  code: string;
  name: string;
  otherNames: string[];
  subdivisions: { code: string; name: string }[];
}

/** Lower case without accents, so that "Mexico" finds México. */
export function plainWords(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/**
 * Names that fit what was typed: those that begin with it first, then those with a word that does, then those
 * that hold it anywhere; in each group in the order given. Everything where nothing was typed.
 */
export function searchNames<Name extends { name: string; otherNames: string[] }>(typed: string, names: Name[]): Name[] {
  const wanted = plainWords(typed);
  if (!wanted) return names;
  const ranked = names.map((name) => ({
    name,
    rank: Math.min(...[name.name, ...name.otherNames].map((spelling) => rank(plainWords(spelling), wanted))),
  }));
  return ranked
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name);
}

function rank(spelling: string, wanted: string): number {
  if (spelling.startsWith(wanted)) return 0;
  const at = spelling.indexOf(wanted);
  if (at < 0) return 3;
  return /[\s(/.-]/.test(spelling[at - 1] ?? '') ? 1 : 2;
}
