import type { NotesStorage } from '../../src/browser/notes-storage';
import type { KeyArea } from '../../src/browser/window-memory';

/** A computer's storage that several windows share, with delays as in a browser; values are copied as in a browser. */
export interface SharedStorage {
  memory: Map<string, unknown>;
  device: Map<string, unknown>;
  /** What one window sees of it. */
  window(isPrivate?: boolean): NotesStorage;
  /** Makes `memory` refuse writes of more characters than this. */
  quota: number;
  deviceFails: boolean;
}

/** Requests and messages that are still on their way, of every computer of this file. */
let underWay = 0;

/** Resolves when every request has been answered, everybody has heard of every change, and nothing followed from it. */
export async function storageIsQuiet(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet = underWay === 0 ? quiet + 1 : 0) {
    await new Promise((done) => setTimeout(done, 1));
  }
}

export function sharedStorage(delay: () => number = () => 0): SharedStorage {
  const listeners = new Set<(changed: Record<string, unknown>) => void>();
  const pause = async () => {
    underWay++;
    await new Promise((done) => setTimeout(done, delay()));
    underWay--;
  };
  const shared: SharedStorage = {
    memory: new Map(),
    device: new Map(),
    quota: Number.POSITIVE_INFINITY,
    deviceFails: false,
    window: () => {
      // One window's requests are carried out in the order in which it made them.
      let queue: Promise<unknown> = Promise.resolve();
      const inTurn = <T>(work: () => T): Promise<T> => {
        const result = queue.then(pause).then(work);
        queue = result.catch(() => undefined);
        return result;
      };
      const area = (values: Map<string, unknown>, check: () => void, tell: boolean): KeyArea => ({
        get: () => inTurn(() => structuredClone(Object.fromEntries(values))),
        set: (items) => {
          const copy = structuredClone(items);
          return inTurn(() => {
            if (JSON.stringify(copy).length > shared.quota) throw new Error('Session storage quota bytes exceeded.');
            check();
            for (const [key, value] of Object.entries(copy)) values.set(key, value);
            if (tell) for (const listener of listeners) pause().then(() => listener(structuredClone(copy)));
          });
        },
        remove: (keys) =>
          inTurn(() => {
            check();
            const gone = keys.filter((key) => values.delete(key));
            if (!tell || gone.length === 0) return;
            const changed = Object.fromEntries(gone.map((key) => [key, undefined]));
            for (const listener of listeners) pause().then(() => listener(changed));
          }),
      });
      const failing = () => {
        if (shared.deviceFails) throw new Error('The disk is full.');
      };
      return {
        memory: {
          ...area(shared.memory, () => undefined, true),
          onChanged(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
        },
        device: {
          ...area(shared.device, failing, false),
          erasesInTime: false,
          keepUntil: () => Promise.resolve(),
        },
      };
    },
  };
  return shared;
}
