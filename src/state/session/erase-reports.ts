import type { KeyArea } from '../../browser/window-memory';
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
  /** Says that reports were erased on their date, ms since 1970. */
  sayExpired(eraseAt: number): void;
  close(): void;
}

/** Removes all that an area holds of the reports. */
export async function removeFrom(area: KeyArea | null, ids: readonly string[]): Promise<void> {
  const keys = Object.keys((await area?.get()) ?? {}).filter((key) => ids.some((id) => belongsTo(key, id)));
  if (keys.length > 0) await area?.remove(keys);
}

export function erasing({ state, memory, device, work }: SessionBase, now: () => number): Erasing {
  const { kept } = state;
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
    try {
      await work.run(removeEverywhere(ids, marks));
      return true;
    } catch {
      state.say({ key: 'notes.erase-failed' });
      return false;
    }
  }

  function sayExpired(eraseAt: number): void {
    state.say({ key: 'notes.expired', values: { date: new Date(eraseAt).toLocaleDateString() } });
  }

  function watchDates(): void {
    clearTimeout(alarm);
    const due = [...kept].filter(([, eraseAt]) => eraseAt <= now());
    if (due.length > 0) {
      erase(due.map(([id]) => id)).then((done) => done && sayExpired(due[0]![1]));
    }
    // A clock that was set back meanwhile must not make the wait longer than a timer can be.
    const wait = Math.min(SEVEN_DAYS, ...Array.from(kept.values(), (eraseAt) => eraseAt - now()));
    if (kept.size > 0) alarm = setTimeout(watchDates, wait);
  }

  return { erase, watchDates, sayExpired, close: () => clearTimeout(alarm) };
}
