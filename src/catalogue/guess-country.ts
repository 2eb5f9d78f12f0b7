export function guessCountry(timeZone: string, languages: readonly string[]): { country: string; subdivision: string | null } {
  if (timeZone === 'Europe/London') return { country: 'GB', subdivision: null };
  const region = languages.map((language) => /-([A-Z]{2})$/.exec(language)?.[1]).find(Boolean);
  return { country: region ?? 'ZZ', subdivision: null };
}
