import { useTranslation } from './translation';

interface Props {
  private: boolean;
  mayKeep: boolean;
  /** ms since 1970; null while the notes go when the browser closes. */
  keptUntil: number | null;
  /** Whether that date holds while nothing of Signpost runs. */
  erasedInTime: boolean;
  onKeep: () => void;
  onStopKeeping: () => void;
  onErase: () => void;
}

/** How long the notes last, in plain words, and the two choices about it. */
export function Keeping(props: Props) {
  const t = useTranslation();
  const { private: isPrivate, mayKeep, keptUntil, erasedInTime } = props;
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
          <button type="button" class="button" onClick={props.onStopKeeping}>
            {t('notes.stop-keeping')}
          </button>
        ) : (
          mayKeep && (
            <button type="button" class="button" onClick={props.onKeep}>
              {t('notes.keep')}
            </button>
          )
        )}
        <button type="button" class="button" onClick={props.onErase}>
          {t('notes.erase-now')}
        </button>
      </div>
    </div>
  );
}
