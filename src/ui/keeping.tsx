import type { ReportSession } from '../state/report-session';
import { useTranslation } from './translation';

/** How long the notes last, in plain words, and the two choices about it. */
export function Keeping({ session, onErase }: { session: ReportSession; onErase: () => void }) {
  const t = useTranslation();
  const { private: isPrivate, mayKeep, keptUntil, erasedInTime } = session.status();
  return (
    <div class="stack">
      <p class="small" role="status">
        {keptUntil
          ? t(erasedInTime ? 'notes.kept-until' : 'notes.kept-until.next-use', {
              date: new Date(keptUntil).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short' }),
            })
          : t(isPrivate ? 'notes.in-memory.private' : 'notes.in-memory')}
      </p>
      <div class="row">
        {keptUntil ? (
          <button type="button" class="button" onClick={() => void session.stopKeeping()}>
            {t('notes.stop-keeping')}
          </button>
        ) : (
          mayKeep && (
            <button type="button" class="button" onClick={() => void session.keepForSevenDays()}>
              {t('notes.keep')}
            </button>
          )
        )}
        <button type="button" class="button" onClick={onErase}>
          {t('notes.erase-now')}
        </button>
      </div>
    </div>
  );
}
