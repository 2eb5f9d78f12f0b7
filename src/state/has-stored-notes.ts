import { windowMemory } from '../browser/window-memory';

/** Whether this kind of window has notes in memory, without opening them. */
export async function hasStoredNotes(): Promise<boolean> {
  const stored = await windowMemory().get();
  return Object.keys(stored).some((key) => key.startsWith('notes/'));
}
