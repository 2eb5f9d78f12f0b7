import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { NoteKeeping } from '../policy/school-policy';
import type { ReportSession } from './report-session';

export interface Report {
  /** The notes as this window has them open; null until they are. */
  session: ReportSession | null;
  /** Opens the notes if they are not open yet. */
  open: () => Promise<ReportSession>;
}

/** What a person does first: then the notes are fetched, so that they are there before the click has ended. */
const FIRST_ACTIONS = ['pointerover', 'pointerdown', 'keydown', 'touchstart'] as const;

/**
 * The notes of a window.
 * @param when `at-once` where they are shown; `at-first-action` in the popup, which only adds to them, so that
 *   nothing of theirs stands between the click on the icon and the first screen
 */
export function useReport(isPrivate: boolean, keeping: NoteKeeping, when: 'at-once' | 'at-first-action'): Report {
  const [session, setSession] = useState<ReportSession | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const opening = useRef<Promise<ReportSession> | null>(null);

  const open = useCallback(() => {
    opening.current ??= import('./report-session').then(async ({ openReport }) => {
      const opened = await openReport({ private: isPrivate, keeping });
      opened.subscribe(() => redraw(undefined));
      setSession(opened);
      return opened;
    });
    // Once refused, the next ask tries anew.
    opening.current.catch(() => {
      opening.current = null;
    });
    return opening.current;
  }, [isPrivate, keeping]);

  useEffect(() => {
    if (when === 'at-once') {
      void open();
      return;
    }
    const openOnce = () => void open();
    for (const action of FIRST_ACTIONS) addEventListener(action, openOnce, { once: true, capture: true });
    return () => {
      for (const action of FIRST_ACTIONS) removeEventListener(action, openOnce, { capture: true });
    };
  }, [open, when]);

  useEffect(() => {
    void session?.setKeeping(keeping);
  }, [session, keeping]);

  return { session, open };
}
