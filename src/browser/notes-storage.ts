import { browser } from './extension-api';
import { type KeyArea, type WindowMemory, windowMemory } from './window-memory';

/** Where the notes of one kind of window are stored. */
export interface NotesStorage {
  memory: WindowMemory;
  /** On disk; null in private windows. */
  device: KeyArea | null;
}

export function notesStorage(isPrivate: boolean): NotesStorage {
  return { memory: windowMemory(isPrivate), device: isPrivate ? null : device };
}

const TEND_REQUEST = 'tend kept notes';

/** Asks the background to do on the device what this page, which is closing, may not get done any more. */
export function askToTendNotes(): void {
  // Nobody answers, and nobody waits for it.
  browser.runtime.sendMessage(TEND_REQUEST).catch(() => undefined);
}

/** In the background: calls back when a closing page asks, and when the browser has started. */
export function onNotesUpkeep(callback: () => void): void {
  browser.runtime.onStartup.addListener(callback);
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (message === TEND_REQUEST) callback();
    return undefined;
  });
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
