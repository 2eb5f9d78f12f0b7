import { onPolicyChange, readPolicy } from '../browser/managed-policy';
import { onNotesUpkeep } from '../browser/notes-storage';
import { readStoredPreferences } from '../browser/preferences-store';
import { inPrivateWindow } from '../browser/window-memory';
import { NOTE_KEEPING, type NoteKeeping } from '../policy/school-policy';
import { parsePreferences } from './preferences';
import { openReport } from './report-session';
import { settleNotes } from './settings';

/** Long enough for a copy to the device, short enough that the background can sleep again. */
const STAY_MS = 5000;

/**
 * For the background: opening the notes erases what is due or what the school's policy no longer lets stay, copies
 * to the device what is missing there, and empties there what was deleted. Done when the browser starts and when a page
 * closes in the middle of a write; never while nobody uses Signpost.
 */
export function tendNotes(): void {
  onNotesUpkeep(async () => {
    if (inPrivateWindow()) return;
    const session = await openReport({ private: false, keeping: await readKeeping() });
    // At the browser's start a policy comes some moments late.
    const stop = onPolicyChange(async () => session.setKeeping(await readKeeping()));
    setTimeout(() => {
      stop();
      session.close();
    }, STAY_MS);
  });
}

/** The two values of a policy that count here; the background does without the checks of all the others. */
async function readKeeping(): Promise<NoteKeeping> {
  const [policy, stored] = await Promise.all([readPolicy(), readStoredPreferences().catch(() => ({}))]);
  const { notes, notesLocked } = Object(policy) as { notes?: unknown; notesLocked?: unknown };
  return settleNotes(parsePreferences(stored).notes, {
    notes: NOTE_KEEPING.find((keeping) => keeping === notes) ?? null,
    notesLocked: notesLocked === true,
  });
}
