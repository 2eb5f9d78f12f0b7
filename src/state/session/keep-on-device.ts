import { type Erasing, removeFrom } from './erase-reports';
import type { OwnParts } from './own-parts';
import type { SessionBase } from './session-state';
import { keptKey } from './stored-reports';

/** Begins and ends the keeping of a report on the device. */
export interface KeepOnDevice {
  /** Keeps a report until then, ms since 1970, where that is allowed. Says so where the device refuses. */
  keepUntil(id: string, eraseAt: number): Promise<void>;
  /** From the call on the report is not kept; what lies on the device is gone when the promise resolves. */
  stopKeeping(id: string): Promise<void>;
  /** Stores the date of a report, ms since 1970, and nothing else. Rejects where the device refuses. */
  setDate(id: string, eraseAt: number): Promise<void>;
}

export function keepOnDevice(
  { state, memory, device, work }: SessionBase,
  own: OwnParts,
  { watchDates }: Erasing,
): KeepOnDevice {
  const { kept, toKeep } = state;

  async function setDate(id: string, eraseAt: number): Promise<void> {
    await device?.keepUntil(id, eraseAt);
    await device?.set({ [keptKey(id)]: { eraseAt } });
  }

  async function takeFromDevice(id: string): Promise<void> {
    try {
      await removeFrom(device, [id]);
    } catch {
      state.say({ key: 'notes.erase-failed' });
    }
  }

  return {
    setDate,
    keepUntil(id, eraseAt) {
      if (!device || state.keeping !== 'device') return Promise.resolve();
      toKeep.add(id);
      return work.inTurn(async () => {
        if (!toKeep.has(id)) return;
        try {
          // The date first: nothing is ever on the device without one.
          await setDate(id, eraseAt);
          // Erased, or no longer to be kept, while the date was on its way.
          if (!toKeep.has(id)) return await takeFromDevice(id);
          kept.set(id, eraseAt);
          own.takeOver(id);
          state.changed();
          watchDates();
          await memory.set({ [keptKey(id)]: { eraseAt } });
        } catch (error) {
          state.sayNotStored('device', error);
        }
      });
    },
    async stopKeeping(id) {
      const wasToBeKept = toKeep.delete(id);
      if (kept.delete(id)) own.takeOver(id);
      else if (!wasToBeKept) return;
      state.changed();
      await work.inTurn(async () => {
        await memory.remove([keptKey(id)]).catch(() => state.say({ key: 'notes.erase-failed' }));
        await takeFromDevice(id);
      });
    },
  };
}
