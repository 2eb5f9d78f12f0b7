import { browser } from './extension-api';
import { inPrivateWindow, notesStorage } from './notes-storage';

const KEY = 'preferences';

/** What was stored, unchecked. In a private window its own choices first, then those of the normal windows. */
export async function readStoredPreferences(): Promise<unknown> {
  const own = inPrivateWindow() ? (await notesStorage(true).memory.get())[KEY] : undefined;
  return own ?? (await browser.storage.local.get(KEY))[KEY];
}

/** A private window writes nothing to disk: what is chosen there lasts as long as the window. */
export async function storePreferences(preferences: object): Promise<void> {
  const items = { [KEY]: preferences };
  await (inPrivateWindow() ? notesStorage(true).memory.set(items) : browser.storage.local.set(items));
}

export function onPreferencesChange(listener: (stored: unknown) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && KEY in changes) listener(changes[KEY]?.newValue);
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
