import type { ReportSession } from '../state/report-session';
import { NoteField } from './note-field';
import { NotedItem } from './noted-item';
import { useTranslation } from './translation';

interface Props {
  session: ReportSession;
  /** The name of a platform by its id, where it is known here. */
  nameOf: (platform: string | null) => string | null;
  onCopy: (text: string, what: string) => void;
  onAddPage: () => void;
  onStartAnother: () => void;
  /** Makes a report of its own of a page, by its key. */
  onMoveItem: (key: string) => void;
}

/** The focus must not be lost with the line that is taken away. */
function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

/** The details of the report, ready to paste, each with its own copy button. */
export function Details({ session, nameOf, onCopy, onAddPage, onStartAnother, onMoveItem }: Props) {
  const t = useTranslation();
  const notes = session.get();
  const actions = (field: Parameters<ReportSession['setField']>[0]) => ({
    onType: (value: string) => session.setField(field, value),
    onLeave: () => session.leaveField(field),
    onSettle: (value: string) => void session.settleField(field, value),
    onCopy,
  });
  return (
    <>
      <ul class="list-plain stack">
        {notes.items.map((item) => (
          <NotedItem
            key={item.key}
            item={item}
            platformName={nameOf(item.platform)}
            onCopy={onCopy}
            onRemove={() => {
              session.removeItem(item.key);
              focusOn('add-page');
            }}
            onMove={notes.items.length > 1 ? () => onMoveItem(item.key) : null}
          />
        ))}
      </ul>
      <div class="row">
        <button type="button" class="button" id="add-page" onClick={onAddPage}>
          {t('panel.add-page')}
        </button>
        {!notes.empty && (
          <button type="button" class="button" onClick={onStartAnother}>
            {t('reports.start')}
          </button>
        )}
      </div>
      {notes.usernames.map(({ key, ...field }) => (
        <div key={key} class="stack">
          <NoteField label={t('panel.username')} field={field} kind="line" {...actions(`username/${key}`)} />
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              session.removeUsername(key);
              focusOn('add-username');
            }}
          >
            {t('panel.username.remove')}
            <span class="visually-hidden">: {field.value || t('panel.username')}</span>
          </button>
        </div>
      ))}
      <button type="button" class="button" id="add-username" onClick={() => session.addUsername()}>
        {t('panel.username.add')}
      </button>
      <div class="note-pair">
        <NoteField label={t('panel.date')} field={notes.date} kind="date" {...actions('date')} />
        <NoteField label={t('panel.time')} field={notes.time} kind="time" {...actions('time')} />
      </div>
      <NoteField label={t('panel.timeZone')} field={notes.timeZone} kind="line" {...actions('timeZone')} />
      <NoteField label={t('panel.where')} field={notes.where} kind="line" {...actions('where')} />
      <NoteField
        label={t('panel.words')}
        hint={t('panel.words.hint')}
        field={notes.words}
        kind="long"
        {...actions('words')}
      />
      <NoteField label={t('panel.whoKnows')} field={notes.whoKnows} kind="line" {...actions('whoKnows')} />
    </>
  );
}
