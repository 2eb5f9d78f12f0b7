import { inPrivateWindow, notesStorage } from '../browser/notes-storage';

/** Whether this kind of window has notes in memory, without opening them. */
export async function hasStoredNotes(): Promise<boolean> {
  const stored = await notesStorage(inPrivateWindow()).memory.get();
  return Object.keys(stored).some((key) => key.startsWith('notes/'));
}
