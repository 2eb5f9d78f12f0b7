import { windowMemory } from '../browser/window-memory';

/** Whether this kind of window has notes in memory, or word there of some on the device, without opening them. */
export async function hasStoredNotes(): Promise<boolean> {
  const stored = await windowMemory().get();
  return Object.keys(stored).some((key) => /^notes(-kept)?\//.test(key));
}
