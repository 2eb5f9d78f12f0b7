import { browser } from './extension-api';

const KEY = 'preferences';

// A private window writes nothing to disk: what is chosen there lasts as long as the window.
const area = () => (browser.extension.inIncognitoContext ? browser.storage.session : browser.storage.local);

/**
 * What was stored, unchecked. In a private window its own choices first, then those of the normal windows.
 * Undefined where a damaged storage refuses: no choice is worth losing the emergency number for.
 */
export async function readStoredPreferences(): Promise<unknown> {
  try {
    const own = (await area().get(KEY))[KEY];
    return own ?? (await browser.storage.local.get(KEY))[KEY];
  } catch {
    return undefined;
  }
}

export async function storePreferences(preferences: object): Promise<void> {
  await area().set({ [KEY]: preferences });
}

export function onPreferencesChange(listener: (stored: unknown) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>, areaName: string) => {
    if (KEY in changes && (areaName === 'local' || areaName === 'session')) listener(changes[KEY]?.newValue);
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
