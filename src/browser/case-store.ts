import { inPrivateWindow, notesStorage } from './notes-storage';

/** The report at hand: in memory only, and apart for private windows, as the notes are. */
const CASE = 'case';

const storage = () => notesStorage(inPrivateWindow());

export async function readStoredCase(): Promise<unknown> {
  return (await storage().memory.get())[CASE];
}

export async function storeCase(value: object | null): Promise<void> {
  const { memory } = storage();
  await (value === null ? memory.remove([CASE]) : memory.set({ [CASE]: value }));
}

export function onCaseChange(listener: (stored: unknown) => void): () => void {
  return storage().onChanged((changed) => {
    if (CASE in changed) listener(changed[CASE]);
  });
}
