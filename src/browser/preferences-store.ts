import { browser } from './extension-api';
import { inPrivateWindow, windowMemory } from './window-memory';

const KEY = 'preferences';
const GUESS = 'guess';

/** What was stored, unchecked. In a private window its own choices first, then those of the normal windows. */
export async function readStoredPreferences(): Promise<{ preferences: unknown; guess: unknown }> {
  const own = inPrivateWindow() ? (await windowMemory().get())[KEY] : undefined;
  const stored = await browser.storage.local.get([KEY, GUESS]);
  return { preferences: own ?? stored[KEY], guess: stored[GUESS] };
}

/** Keeps a guess of the country; where that is refused, the next opening makes it again. Nothing from a private window. */
export async function storeGuess(guess: object): Promise<void> {
  if (!inPrivateWindow()) await browser.storage.local.set({ [GUESS]: guess }).catch(() => undefined);
}

/** A private window writes nothing to disk: what is chosen there lasts as long as the window. */
export async function storePreferences(preferences: object): Promise<void> {
  const items = { [KEY]: preferences };
  await (inPrivateWindow() ? windowMemory().set(items) : browser.storage.local.set(items));
}

/** Calls back when another page stored a choice that counts here. Returns the way to stop. */
export function onPreferencesChange(listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  const stop = inPrivateWindow() ? windowMemory().onChanged((changed) => KEY in changed && listener()) : null;
  return () => {
    browser.storage.onChanged.removeListener(heard);
    stop?.();
  };
}
