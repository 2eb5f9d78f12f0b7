import { CASE } from '../browser/case-store';
import { windowMemory } from '../browser/window-memory';

export interface ReportAtHand {
  /** Whether there are notes in memory, or word there of some on the device. */
  noted: boolean;
  /** The case as it was stored, unchecked; undefined where there is none. */
  storedCase: unknown;
}

/** What this kind of window holds of a report, without opening its notes. */
export async function readReportAtHand(): Promise<ReportAtHand> {
  const stored = await windowMemory().get();
  return { noted: Object.keys(stored).some((key) => /^notes(-kept)?\//.test(key)), storedCase: stored[CASE] };
}
