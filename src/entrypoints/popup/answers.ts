import notes from '../../locales/en/notes.json';
import type { ReportSession } from '../../state/report-session';

// What the popup says of the notes after a click: a file of its own, because only then is it loaded.

/**
 * What to do instead where a page that was just noted could not be stored; empty where it was.
 * @param session null where the notes could not even be opened
 */
export async function ofNoting(session: ReportSession | null): Promise<string> {
  await session?.settled();
  return session?.status().stored ? '' : notes['notes.not-noted'];
}

export function ofErasing(done: boolean): string {
  return done ? notes.erased : notes['notes.erase-failed'];
}
