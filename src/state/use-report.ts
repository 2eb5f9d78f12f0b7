import { useEffect, useReducer, useState } from 'preact/hooks';
import type { SchoolPolicy } from '../policy/school-policy';
import type { ReportSession } from './report-session';

/**
 * The notes, as this window has them open. They are loaded after the first paint, because nobody can type into
 * them before; null until then.
 */
export function useReport(isPrivate: boolean, policy: SchoolPolicy): ReportSession | null {
  const [session, setSession] = useState<ReportSession | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const keeping = policy.notes ?? 'device';

  useEffect(() => {
    let gone = false;
    let opened: ReportSession | undefined;
    import('./report-session').then(async ({ openReport }) => {
      opened = await openReport({ private: isPrivate, keeping });
      if (gone) opened.close();
      else {
        opened.subscribe(() => redraw(undefined));
        setSession(opened);
      }
    });
    return () => {
      gone = true;
      opened?.close();
    };
  }, [isPrivate]);

  useEffect(() => {
    session?.setKeeping(keeping);
  }, [session, keeping]);

  return session;
}
