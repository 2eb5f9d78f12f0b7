import { onNotesUpkeep } from '../browser/notes-storage';
import { inPrivateWindow } from '../browser/window-memory';
import { openReport } from './report-session';

/** Long enough for a copy to the device, short enough that the background can sleep again. */
const STAY_MS = 5000;

/**
 * For the background: opening the notes erases what is due and copies to the device what is missing there. Done when
 * the browser starts and when a page closes in the middle of a write; never while nobody uses Signpost.
 */
export function tendNotes(): void {
  onNotesUpkeep(async () => {
    if (inPrivateWindow()) return;
    const session = await openReport({ private: false, keeping: 'device' });
    setTimeout(() => session.close(), STAY_MS);
  });
}
