import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { NoteKeeping } from '../policy/school-policy';
import type { ReportSession } from './report-session';

export interface Report {
  /** The notes as this window has them open; null until they are. */
  session: ReportSession | null;
  /** Opens the notes if they are not open yet. Rejects where their code cannot be loaded, as in the middle of an update. */
  open: () => Promise<ReportSession>;
}

/** The notes of a window, opened by nothing but a call of `open`. */
export function useReport(isPrivate: boolean, keeping: NoteKeeping): Report {
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
    void session?.setKeeping(keeping);
  }, [session, keeping]);

  return { session, open };
}
