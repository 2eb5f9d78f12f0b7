import { browser } from './extension-api';
import { type NotesDevice, notesDevice } from './notes-device';
import { TEND_REQUEST } from './tend-request';
import { type WindowMemory, windowMemory } from './window-memory';

/** Where the notes of one kind of window are stored. */
export interface NotesStorage {
  memory: WindowMemory;
  /** On disk; null in private windows. */
  device: NotesDevice | null;
}

export function notesStorage(isPrivate: boolean): NotesStorage {
  return { memory: windowMemory(isPrivate), device: isPrivate ? null : notesDevice };
}

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
