import { browser } from './extension-api';

/** Keys and values, as far as the notes need them. Every function rejects where the browser refuses. */
export interface KeyArea {
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Where the notes of one kind of window are stored. */
export interface NotesStorage {
  /** Shared by all windows of the kind, in memory only: it goes with the browser, or with the last private window. */
  memory: KeyArea;
  /** On disk; null in private windows. */
  device: KeyArea | null;
  /** Calls the listener with every key of `memory` that another context changed (its own changes may come too);
   * `undefined` stands for a removed key. Returns the way to stop. */
  onChanged(listener: (changed: Record<string, unknown>) => void): () => void;
}

/**
 * Measured in Chromium 156: `storage.session` is one for normal and private windows, in split and in spanning mode, and
 * outlives the last private window. So private notes are not there but in `localStorage`, which private windows have
 * for themselves, in memory, until the last of them closes (also measured in Firefox 153).
 */
export function notesStorage(isPrivate: boolean): NotesStorage {
  return isPrivate ? privateStorage : normalStorage;
}

const COPY_REQUEST = 'copy kept notes';

/** Asks the background to bring to the device what this page, which is closing, may not get there any more. */
export function askToCopyNotes(): void {
  // Nobody answers, and nobody waits for it.
  browser.runtime.sendMessage(COPY_REQUEST).catch(() => undefined);
}

/** In the background: calls back when a closing page asks, and when the browser has started. */
export function onNotesUpkeep(callback: () => void): void {
  browser.runtime.onStartup.addListener(callback);
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (message === COPY_REQUEST) callback();
    return undefined;
  });
}

/** Whether this page is in a private window. */
export function inPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext === true;
}

const FOLDER = 'notes';

/**
 * One file a key in the extension's own private file system. Not `storage.local`: both browsers leave removed values in
 * its files (Chromium's log until the whole area is cleared, Firefox's database for good), while a removed file is
 * gone from the profile folder at once. Measured byte by byte in both.
 */
const device: KeyArea = {
  async get() {
    const folder = await notesFolder(false);
    const found: Record<string, unknown> = {};
    if (!folder) return found;
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'file') found[decodeURIComponent(name)] = await readFile(handle as FileSystemFileHandle);
    }
    return found;
  },
  async set(items) {
    const folder = await notesFolder(true);
    for (const [key, value] of Object.entries(items)) {
      const file = await folder!.getFileHandle(encodeURIComponent(key), { create: true });
      // What is written replaces the file as a whole when it is closed: never half of it.
      const writing = await file.createWritable();
      await writing.write(JSON.stringify(value));
      await writing.close();
    }
  },
  async remove(keys) {
    const folder = await notesFolder(false);
    for (const key of keys) {
      try {
        await folder?.removeEntry(encodeURIComponent(key));
      } catch (error) {
        if ((error as DOMException).name !== 'NotFoundError') throw error;
      }
    }
  },
};

async function notesFolder(create: boolean): Promise<FileSystemDirectoryHandle | null> {
  const root = await navigator.storage.getDirectory();
  try {
    return await root.getDirectoryHandle(FOLDER, { create });
  } catch (error) {
    if (!create && (error as DOMException).name === 'NotFoundError') return null;
    throw error;
  }
}

async function readFile(handle: FileSystemFileHandle): Promise<unknown> {
  try {
    return JSON.parse(await (await handle.getFile()).text());
  } catch {
    // Removed meanwhile, or not what was written: the reader says that it could not be read.
    return null;
  }
}

const normalStorage: NotesStorage = {
  memory: {
    get: () => browser.storage.session.get(null),
    set: (items) => browser.storage.session.set(items),
    remove: (keys) => browser.storage.session.remove(keys),
  },
  device,
  onChanged(listener) {
    const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area !== 'session') return;
      listener(Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue])));
    };
    browser.storage.onChanged.addListener(heard);
    return () => browser.storage.onChanged.removeListener(heard);
  },
};

const privateStorage: NotesStorage = {
  memory: {
    get: async () => Object.fromEntries(Object.entries(localStorage).map(([key, text]) => [key, fromJson(text)])),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) localStorage.setItem(key, JSON.stringify(value));
    },
    remove: async (keys) => {
      for (const key of keys) localStorage.removeItem(key);
    },
  },
  device: null,
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

/** Whether anything is noted, without reading it: what the popup needs to know before anybody notes something. */
export async function hasStoredNotes(): Promise<boolean> {
  const { memory, device } = notesStorage(inPrivateWindow());
  const [inMemory, onDevice] = await Promise.all([memory.get(), device?.get() ?? {}]);
  return [...Object.keys(inMemory), ...Object.keys(onDevice)].some((key) => key.startsWith('notes/'));
}
