import { parseNotes, storedForm } from '../../notes/parse-notes';
import {
  emptyNotes,
  holds,
  mergeNotes,
  type ReportNotes,
  withoutOverwritten,
  writtenBy,
} from '../../notes/report-notes';
import type { OwnParts } from './own-parts';
import type { SessionBase } from './session-state';
import { readStored, writerOf } from './stored-reports';

/** A copy on the device is the writer's own task; another window steps in only when it did not come in this time. */
const TEND_AFTER_MS = 1000;

/** Sees to it that the device holds of the kept reports what memory holds, and nothing that was deleted. */
export interface DeviceCopy {
  /** A popup that closes in the middle of a word may have reached memory and not the device. */
  tendSoon(): void;
  /** Whether that is still to be done. */
  isDue(): boolean;
  close(): void;
}

export function deviceCopy({ state, device, work }: SessionBase, own: OwnParts): DeviceCopy {
  const { kept } = state;
  let due: ReturnType<typeof setTimeout> | undefined;

  /** Copies to the device what is missing there, and empties what was typed over in the parts of windows that are gone. */
  async function tend(): Promise<void> {
    if (!device) return;
    const there = new Map<string, ReportNotes>();
    for (const { key, id, value } of readStored(await device.get()).parts) {
      const { notes, faults } = parseNotes(id, value);
      there.set(id, mergeNotes(there.get(id) ?? emptyNotes(id), notes));
      const left = withoutOverwritten(notes, state.notesOf(id));
      // What a newer Signpost wrote is not all understood here, and must not be lost.
      if (left === notes || faults.length > 0 || !kept.has(id)) continue;
      // With what is known of that writer by now: the window may be open after all, and typing.
      await device.set({ [key]: storedForm(mergeNotes(left, writtenBy(state.notesOf(id), writerOf(key)))) });
      if (!kept.has(id)) await device.remove([key]);
    }
    for (const id of kept.keys()) {
      if (!holds(there.get(id) ?? emptyNotes(id), state.notesOf(id))) own.takeOver(id);
    }
  }

  return {
    tendSoon() {
      if (kept.size === 0) return;
      due ??= setTimeout(() => {
        due = undefined;
        work.run(tend()).catch((error) => state.sayNotStored('device', error));
      }, TEND_AFTER_MS);
    },
    isDue: () => due !== undefined,
    close: () => clearTimeout(due),
  };
}
