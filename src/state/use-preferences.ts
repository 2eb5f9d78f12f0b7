import { useEffect, useRef } from 'preact/hooks';
import { onPolicyChange } from '../browser/managed-policy';
import { onPreferencesChange, storePreferences } from '../browser/preferences-store';
import type { Preferences } from './preferences';

/** Stores what a person chose and shows what follows from it. False where it counts on this screen only. */
export type Prefer = (chosen: Partial<Preferences>) => Promise<boolean>;

/**
 * Keeps a screen in step with what the person and the school decide: here, in another window, or by a policy that
 * arrives late or is withdrawn.
 *
 * @param read reads everything anew; given what is not stored, or not yet
 * @param show draws what was read
 */
export function usePreferences<T>(
  read: (unstored: Partial<Preferences>) => Promise<T>,
  show: (found: T) => void,
): Prefer {
  const unstored = useRef<Partial<Preferences>>({});
  const readings = useRef({ begun: 0, shown: 0 });

  async function readAgain(): Promise<void> {
    const { current } = readings;
    const turn = ++current.begun;
    const found = await read(unstored.current);
    // Readings may end in another order than they began: what is older than the screen is not shown.
    if (turn < current.shown) return;
    current.shown = turn;
    show(found);
  }

  useEffect(() => {
    const stops = [onPolicyChange(readAgain), onPreferencesChange(readAgain)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  return async (chosen) => {
    const all = { ...unstored.current, ...chosen };
    unstored.current = all;
    const stored = await storePreferences(all).then(
      () => true,
      () => false,
    );
    // Unless more was chosen meanwhile.
    if (stored && unstored.current === all) unstored.current = {};
    await readAgain();
    return stored;
  };
}
