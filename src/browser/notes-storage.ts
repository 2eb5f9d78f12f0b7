import { browser } from './extension-api';

/** The part of a storage area that the notes use. `set` and `remove` reject where the browser refuses. */
export interface KeyArea {
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export type NotesArea = 'session' | 'device';

/** Where notes are stored: `session` is memory only and goes with the browser, `device` is on disk. */
export interface NotesStorage {
  session: KeyArea;
  device: KeyArea;
  /** To be called after a removal from `device`: makes the browser let go of the removed text on disk. */
  scrubDevice(): Promise<void>;
  /** Calls the listener with every key that any context changed; `undefined` for a key that was removed. */
  onChanged(listener: (area: NotesArea, changed: Record<string, unknown>) => void): () => void;
}

function area(name: 'session' | 'local'): KeyArea {
  return {
    get: () => browser.storage[name].get(null),
    set: (items) => browser.storage[name].set(items),
    remove: (keys) => browser.storage[name].remove(keys),
  };
}

export const notesStorage: NotesStorage = {
  session: area('session'),
  device: area('local'),
  async scrubDevice() {},
  onChanged(listener) {
    const heard = (changes: Record<string, { newValue?: unknown }>, areaName: string) => {
      if (areaName !== 'session' && areaName !== 'local') return;
      listener(
        areaName === 'local' ? 'device' : 'session',
        Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue])),
      );
    };
    browser.storage.onChanged.addListener(heard);
    return () => browser.storage.onChanged.removeListener(heard);
  },
};

/** Whether this page is in a private window. */
export function inPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext === true;
}
