import type { KeyArea } from '../../browser/window-memory';
import type { Message } from '../../locales/translate';
import { type NotesFault, parseNotes } from '../../notes/parse-notes';
import type { CaseAtHand } from './case-at-hand';
import type { DeviceCopy } from './device-copy';
import { type Erasing, removeFrom, SEVEN_DAYS } from './erase-reports';
import type { KeepOnDevice } from './keep-on-device';
import type { OwnParts } from './own-parts';
import type { SessionBase } from './session-state';
import { keptKey, readStored, type StoredReports, shownIn } from './stored-reports';

/** Takes in what storage holds: all of it at the opening, then what other windows change. */
export interface TakeInNotes {
  /** Reads everything, and erases what is due or not allowed before anything is shown. */
  readEverything(): Promise<void>;
  /** What changed in memory; `undefined` stands for a removed key. */
  heard(changes: Record<string, unknown>): void;
}

interface Parts {
  own: OwnParts;
  copy: DeviceCopy;
  eraser: Erasing;
  caseAtHand: CaseAtHand;
  keep: KeepOnDevice;
  now: () => number;
}

const FAULTS: Record<NotesFault, Message> = {
  'not-notes': { key: 'notes.fault.damaged' },
  'damaged-part': { key: 'notes.fault.damaged' },
  'newer-version': { key: 'notes.fault.newer' },
};

export function takeInNotes(
  { state, memory, device, work }: SessionBase,
  { own, copy, eraser, caseAtHand, keep, now }: Parts,
): TakeInNotes {
  const { kept, erased } = state;

  async function readArea(area: KeyArea | null): Promise<StoredReports> {
    try {
      return readStored((await area?.get()) ?? {});
    } catch {
      state.say({ key: 'notes.fault.damaged' });
      return readStored({});
    }
  }

  /** Takes in what storage holds. Gives the keys that should not be there: whoever wrote them did not know it yet. */
  function takeIn(found: StoredReports): string[] {
    for (const id of found.erased) state.forget(id);
    if (found.chosen !== undefined) state.chosen = found.chosen;
    const unwanted: string[] = [];
    for (const { key, id, value } of found.parts) {
      if (erased.has(id)) {
        unwanted.push(key);
        continue;
      }
      const { notes, faults } = parseNotes(id, value);
      for (const fault of faults) state.say(FAULTS[fault]);
      own.join(notes);
    }
    return unwanted;
  }

  function takeInMemory(found: StoredReports): void {
    const unwanted = takeIn(found);
    if (unwanted.length > 0) work.run(memory.remove(unwanted)).catch(() => undefined);
  }

  /** Takes in the dates. Gives the reports whose date has passed, and those that may not be on the device. */
  function takeInDates(inMemory: StoredReports, onDevice: StoredReports): { due: string[]; strays: Set<string> } {
    const due: string[] = [];
    // On the device only what has a date of erasure may be, and only as long as keeping is allowed.
    const strays = new Set(onDevice.parts.map(({ id }) => id));
    for (const [id, eraseAt] of onDevice.kept) {
      if (eraseAt !== null && eraseAt <= now()) due.push(id);
      else if (eraseAt !== null && state.keeping === 'device' && !erased.has(id)) {
        // A clock that was wrong cannot make "7 days" longer than 7 days from now.
        const until = Math.min(eraseAt, now() + SEVEN_DAYS);
        kept.set(id, until);
        if (until < eraseAt) {
          work.inTurn(() => keep.setDate(id, until)).catch((error) => state.sayNotStored('device', error));
        }
        if (!inMemory.kept.has(id)) {
          work.run(memory.set({ [keptKey(id)]: { eraseAt: until } })).catch(() => undefined);
        }
      } else strays.add(id);
      if (kept.has(id)) strays.delete(id);
    }
    return { due, strays };
  }

  return {
    async readEverything() {
      const [inMemory, onDevice] = await Promise.all([readArea(memory), readArea(device)]);
      for (const id of inMemory.erased) erased.add(id);
      const { due, strays } = takeInDates(inMemory, onDevice);
      if (due.length > 0) {
        const first = Math.min(...due.map((id) => onDevice.kept.get(id)!));
        await eraser.eraseOnDate(due, shownIn(inMemory), first);
      }
      if (strays.size > 0) {
        work.run(removeFrom(device, [...strays])).catch(() => state.say({ key: 'notes.erase-failed' }));
        onDevice.parts = onDevice.parts.filter(({ id }) => !strays.has(id));
      }
      if (state.keeping === 'off') {
        const there = new Set(inMemory.parts.map(({ id }) => id));
        await caseAtHand.forgetPage();
        if (there.size > 0) await eraser.erase([...there]);
        return;
      }
      takeInMemory(inMemory);
      takeIn(onDevice);
      copy.tendSoon();
      eraser.watchDates();
    },
    heard(changes) {
      const found = readStored(changes);
      if (!found.any || state.keeping === 'off') return;
      const shown = state.shownId();
      for (const [id, eraseAt] of found.kept) {
        if (eraseAt === null) kept.delete(id);
        else if (state.keeping === 'device' && !erased.has(id) && !kept.has(id)) {
          kept.set(id, eraseAt);
          own.storeOnDevice(id);
        }
      }
      takeInMemory(found);
      if (found.parts.some(({ id }) => !erased.has(id))) state.unsay('notes.erased');
      if (found.parts.length > 0) copy.tendSoon();
      if (shown !== state.shownId()) state.typing.clear();
      eraser.watchDates();
      state.changed();
    },
  };
}
