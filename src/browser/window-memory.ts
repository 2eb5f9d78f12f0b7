import { browser } from './extension-api';

/** Keys and values. Every function rejects where the browser refuses. */
export interface KeyArea {
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Shared by all windows of a kind, in memory only: it goes with the browser, or with the last private window. */
export interface WindowMemory extends KeyArea {
  /**
   * Calls the listener with every key that another context changed (its own changes may come too); `undefined` stands
   * for a removed key. Returns the way to stop.
   */
  onChanged(listener: (changed: Record<string, unknown>) => void): () => void;
}

/** Whether this page is in a private window. */
export function inPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext === true;
}

/**
 * The memory of normal or of private windows. Measured in Chromium 156: `storage.session` is one for both, in split and
 * in spanning mode, and outlives the last private window. So what private windows note is not there but in
 * `localStorage`, which they have for themselves, in memory, until the last of them closes (also measured in Firefox
 * 153).
 */
export function windowMemory(isPrivate = inPrivateWindow()): WindowMemory {
  return isPrivate ? privateMemory : normalMemory;
}

const normalMemory: WindowMemory = {
  get: () => browser.storage.session.get(null),
  set: (items) => browser.storage.session.set(items),
  remove: (keys) => browser.storage.session.remove(keys),
  onChanged(listener) {
    const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area !== 'session') return;
      listener(Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue])));
    };
    browser.storage.onChanged.addListener(heard);
    return () => browser.storage.onChanged.removeListener(heard);
  },
};

const privateMemory: WindowMemory = {
  get: async () => Object.fromEntries(Object.entries(localStorage).map(([key, text]) => [key, fromJson(text)])),
  set: async (items) => {
    for (const [key, value] of Object.entries(items)) localStorage.setItem(key, JSON.stringify(value));
  },
  remove: async (keys) => {
    for (const key of keys) localStorage.removeItem(key);
  },
  onChanged(listener) {
    const heard = ({ key, newValue }: StorageEvent) => {
      if (key !== null) listener({ [key]: newValue === null ? undefined : fromJson(newValue) });
    };
    addEventListener('storage', heard);
    return () => removeEventListener('storage', heard);
  },
};

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
