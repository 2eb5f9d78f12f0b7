import { windowMemory } from './window-memory';

/** The report at hand: in memory only, and apart for private windows, as the notes are. */
const CASE = 'case';

export async function readStoredCase(): Promise<unknown> {
  return (await windowMemory().get())[CASE];
}

export async function storeCase(value: object | null): Promise<void> {
  await (value === null ? windowMemory().remove([CASE]) : windowMemory().set({ [CASE]: value }));
}

export function onCaseChange(listener: (stored: unknown) => void): () => void {
  return windowMemory().onChanged((changed) => {
    if (CASE in changed) listener(changed[CASE]);
  });
}
