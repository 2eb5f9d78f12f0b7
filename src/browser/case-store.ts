import { windowMemory } from './window-memory';

/** The report at hand: in memory only, and apart for private windows, as the notes are. */
export const CASE = 'case';

export async function readStoredCase(): Promise<unknown> {
  return (await windowMemory().get())[CASE];
}

/** Where the browser refuses (its memory is full), this window goes on with what it shows and others with their tab. */
export async function storeCase(value: object | null): Promise<void> {
  const done = value === null ? windowMemory().remove([CASE]) : windowMemory().set({ [CASE]: value });
  await done.catch(() => undefined);
}

export function onCaseChange(listener: (stored: unknown) => void): () => void {
  return windowMemory().onChanged((changed) => {
    if (CASE in changed) listener(changed[CASE]);
  });
}
