import { useCallback, useEffect, useState } from 'preact/hooks';
import { onPolicyChange } from '../browser/managed-policy';
import { onPreferencesChange, storePreferences } from '../browser/preferences-store';
import { readSurroundings } from './load-scene';
import type { Preferences } from './preferences';
import type { Surroundings } from './scene';

/** What the person and the school decided, as it changes here, in another window or by the school. */
export function useSurroundings(
  first: Surroundings,
): [Surroundings, prefer: (changes: Partial<Preferences>) => Promise<void>] {
  const [surroundings, setSurroundings] = useState(first);
  const readAgain = useCallback(async () => setSurroundings(await readSurroundings()), []);

  useEffect(() => onPolicyChange(readAgain), [readAgain]);
  useEffect(() => onPreferencesChange(readAgain), [readAgain]);

  return [
    surroundings,
    async (changes) => {
      await storePreferences({ ...surroundings.preferences, ...changes });
      // A private window's own choice comes back to nobody as a change.
      await readAgain();
    },
  ];
}
