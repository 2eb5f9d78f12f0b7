import { browser } from './extension-api';
import { inPrivateWindow, windowMemory } from './window-memory';

/** Each choice has a key of its own, so that two made at the same time, here or in two windows, both stay. */
const CHOICES = ['country', 'subdivision', 'audience', 'notes'];
const GUESS = 'guess';

/**
 * What was chosen, key by key, and `guess`; all unchecked. In a private window its own choices stand over those of the
 * normal windows.
 */
export async function readStoredPreferences(): Promise<Record<string, unknown>> {
  return {
    ...(await browser.storage.local.get([...CHOICES, GUESS])),
    ...(inPrivateWindow() ? await windowMemory().get() : null),
  };
}

/** Keeps a guess of the country; where that is refused, the next opening makes it again. Nothing from a private window. */
export async function storeGuess(guess: object): Promise<void> {
  if (!inPrivateWindow()) await browser.storage.local.set({ [GUESS]: guess }).catch(() => undefined);
}

/**
 * Stores what was chosen and leaves every other choice as it is. A private window writes nothing to disk: what is chosen
 * there lasts as long as the window. Rejects where the browser refuses.
 */
export async function storePreferences(chosen: Record<string, unknown>): Promise<void> {
  await (inPrivateWindow() ? windowMemory() : browser.storage.local).set(chosen);
}

/** Calls back when a page stored a choice that counts here. Returns the way to stop. */
export function onPreferencesChange(listener: () => void): () => void {
  const isChoice = (key: string) => CHOICES.includes(key);
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && Object.keys(changes).some(isChoice)) listener();
  };
  browser.storage.onChanged.addListener(heard);
  const stop = inPrivateWindow()
    ? windowMemory().onChanged((changed) => Object.keys(changed).some(isChoice) && listener())
    : null;
  return () => {
    browser.storage.onChanged.removeListener(heard);
    stop?.();
  };
}
