import { NO_POLICY, type SchoolPolicy } from './school-policy';

/** The keys of a policy whose values are of one kind, so that a new key need be added to `SchoolPolicy` alone. */
type KeysOf<Kind> = {
  [Key in keyof SchoolPolicy]: SchoolPolicy[Key] extends Kind ? Key : never;
}[keyof SchoolPolicy];

export type TextKey = KeysOf<string | null>;
export type TruthKey = KeysOf<boolean>;
/** Lists of contacts and of helplines. */
export type EntriesKey = KeysOf<readonly object[]>;

/** The kind of value that a key takes; null for a key that is none of a policy's. */
export function kindOf(key: string): 'text' | 'truth' | 'list' | null {
  if (!Object.hasOwn(NO_POLICY, key)) return null;
  const value = NO_POLICY[key as keyof SchoolPolicy];
  if (Array.isArray(value)) return 'list';
  return typeof value === 'boolean' ? 'truth' : 'text';
}
