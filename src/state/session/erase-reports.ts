import type { KeyArea } from '../../browser/window-memory';
import type { CaseAtHand } from './case-at-hand';
import type { SessionBase } from './session-state';
import { belongsTo, erasedKey } from './stored-reports';

/** A report is kept on the device for no longer than this. */
export const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000;

/** Erases reports in every window, in memory and on the device: when a person asks for it, and on their dates. */
export interface Erasing {
  /**
   * @param also what is stored in memory together with the marks
   * @returns false where it failed, which is then said
   */
  erase(ids: readonly string[], also?: Record<string, unknown>): Promise<boolean>;
  /** Erases what is due while this window is open, also after the computer slept. */
  watchDates(): void;
  /**
   * Erases reports whose date has come, and says so.
   * @param shown the report that the windows are about
   * @param eraseAt the first of the dates, ms since 1970
   */
  eraseOnDate(ids: readonly string[], shown: string, eraseAt: number): Promise<void>;
  close(): void;
}

/** Removes all that an area holds of the reports. */
export async function removeFrom(area: KeyArea | null, ids: readonly string[]): Promise<void> {
  const keys = Object.keys((await area?.get()) ?? {}).filter((key) => ids.some((id) => belongsTo(key, id)));
  if (keys.length > 0) await area?.remove(keys);
}

export function erasing(
  { state, memory, device, work }: SessionBase,
  caseAtHand: CaseAtHand,
  now: () => number,
): Erasing {
  const { kept, notYetErased } = state;
  let alarm: ReturnType<typeof setTimeout> | undefined;

  async function removeEverywhere(ids: readonly string[], marks: Record<string, unknown>): Promise<void> {
    try {
      await memory.set(marks);
    } catch {
      // A full storage takes no mark before there is room.
      await removeFrom(memory, ids);
      await memory.set(marks);
    }
    await removeFrom(memory, ids);
    await removeFrom(device, ids);
  }

  async function erase(ids: readonly string[], also: Record<string, unknown> = {}): Promise<boolean> {
    const shown = state.shownId();
    for (const id of ids) state.forget(id);
    if (shown !== state.shownId()) state.typing.clear();
    state.changed();
    const marks = { ...Object.fromEntries(ids.map((id) => [erasedKey(id), true])), ...also };
    for (const id of ids) notYetErased.add(id);
    try {
      await work.run(removeEverywhere(ids, marks));
    } catch {
      state.say({ key: 'notes.erase-failed' });
      return false;
    }
    for (const id of ids) notYetErased.delete(id);
    if (notYetErased.size === 0) state.unsay('notes.erase-failed');
    return true;
  }

  async function eraseOnDate(ids: readonly string[], shown: string, eraseAt: number): Promise<void> {
    if (ids.includes(shown)) void caseAtHand.forget();
    if (!(await erase(ids))) return;
    state.say({ key: 'notes.expired', values: { date: new Date(eraseAt).toLocaleDateString() } });
  }

  function watchDates(): void {
    clearTimeout(alarm);
    const due = [...kept].filter(([, eraseAt]) => eraseAt <= now());
    if (due.length > 0) {
      void eraseOnDate(
        due.map(([id]) => id),
        state.shownId(),
        due[0]![1],
      );
    }
    // A clock that was set back meanwhile must not make the wait longer than a timer can be.
    const wait = Math.min(SEVEN_DAYS, ...Array.from(kept.values(), (eraseAt) => eraseAt - now()));
    if (kept.size > 0) alarm = setTimeout(watchDates, wait);
  }

  return { erase, eraseOnDate, watchDates, close: () => clearTimeout(alarm) };
}
