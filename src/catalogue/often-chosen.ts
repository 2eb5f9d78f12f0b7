/**
 * Platforms that the search offers before anything is typed: those that children use most and where much is seen in
 * an app, not at an address. Only a convenience; every other platform is found by typing.
 */
const OFTEN_CHOSEN = ['whatsapp', 'snapchat', 'instagram', 'tiktok', 'roblox', 'discord'];

/** The same list, with those first. */
export function oftenChosenFirst<Name extends { id: string }>(names: Name[]): Name[] {
  const first = OFTEN_CHOSEN.flatMap((id) => names.filter((name) => name.id === id));
  return [...first, ...names.filter((name) => !first.includes(name))];
}
