import { openReport } from '../../src/state/report-session';
import { sharedStorage } from './memory-storage';

/** In ms. */
export const DAY = 24 * 60 * 60 * 1000;
/** A page to note. */
export const PAGE = {
  platform: 'youtube',
  kind: 'video',
  id: 'v1',
  username: 'someone',
  link: 'https://youtu.be/v1',
} as const;

/**
 * A computer with its memory and disk, on which windows open the notes; its clock moves on with every look at it.
 *
 * @param delay how long the storage takes for each thing it is asked, in ms
 */
export function computer(delay?: () => number) {
  const shared = sharedStorage(delay);
  let time = Date.UTC(2026, 10, 24);
  const open = (more: { private?: boolean; keeping?: 'session' | 'device' | 'off' } = {}) =>
    openReport({
      private: false,
      keeping: 'device',
      storage: shared.window(),
      now: () => ++time,
      timeZone: 'UTC',
      ...more,
    });
  return {
    shared,
    open,
    wait: (ms: number) => {
      time += ms;
    },
    restart: () => shared.memory.clear(),
    text: () => JSON.stringify([...shared.memory, ...shared.device]),
    onDisk: () => JSON.stringify([...shared.device]),
  };
}
