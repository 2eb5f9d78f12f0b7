import { CASE } from '../../browser/case-store';
import { type ReportCase, withoutPage } from '../report-case';
import type { SessionBase } from './session-state';

/** What the windows tell one another of the report at hand. It must not outlive the notes about the same page. */
export interface CaseAtHand {
  forget(): Promise<void>;
  /** For where nothing may be noted: which platform it was stays, what names a person or a page goes. */
  forgetPage(): Promise<void>;
}

export function caseAtHand({ memory, work }: SessionBase): CaseAtHand {
  const forget = () => memory.remove([CASE]);

  async function forgetPage(): Promise<void> {
    const stored = (await memory.get())[CASE] as Partial<ReportCase> | undefined;
    if (!stored) return;
    if (stored.page) await memory.set({ [CASE]: withoutPage(stored as ReportCase) });
    else await forget();
  }

  // Where the browser refuses, the notes say that they could not be erased: it is the same storage.
  const quietly = (done: Promise<void>) => work.run(done).catch(() => undefined);
  return { forget: () => quietly(forget()), forgetPage: () => quietly(forgetPage()) };
}
