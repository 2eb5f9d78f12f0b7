import type { Message } from '../locales/translate';
import { type NoteField as FieldToType, usernameField } from '../notes/field-names';
import type { NotesView } from '../notes/notes-view';
import { focusOn } from './focus-on';
import { NoteField } from './note-field';
import { NotedItem } from './noted-item';
import { useTranslation } from './translation';

interface Props {
  notes: NotesView;
  /** The name of a platform by its id, where it is known here. */
  nameOf: (platform: string | null) => string | null;
  /** Notes what was typed; gives the sentence to show when it was not taken as it came. */
  onType: (field: FieldToType, value: string) => Message | null;
  onLeave: (field: FieldToType) => void;
  /** Settles what two windows typed at the same time. */
  onSettle: (field: FieldToType, value: string) => void;
  onCopy: (text: string, what: string) => void;
  onAddPage: () => void;
  onStartAnother: () => void;
  /** Makes a report of its own of a page, by its key. */
  onMoveItem: (key: string) => void;
  onRemoveItem: (key: string) => void;
  onAddUsername: () => void;
  onRemoveUsername: (key: string) => void;
}

/** The details of the report, ready to paste, each with its own copy button. */
export function Details(props: Props) {
  const t = useTranslation();
  const { notes, nameOf, onCopy, onMoveItem } = props;
  const actions = (field: FieldToType) => ({
    onType: (value: string) => props.onType(field, value),
    onLeave: () => props.onLeave(field),
    onSettle: (value: string) => props.onSettle(field, value),
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
              props.onRemoveItem(item.key);
              focusOn('add-page');
            }}
            onMove={notes.items.length > 1 ? () => onMoveItem(item.key) : null}
          />
        ))}
      </ul>
      <div class="row">
        <button type="button" class="button" id="add-page" onClick={props.onAddPage}>
          {t('panel.add-page')}
        </button>
        {!notes.empty && (
          <button type="button" class="button" onClick={props.onStartAnother}>
            {t('reports.start')}
          </button>
        )}
      </div>
      {notes.usernames.map(({ key, ...field }) => (
        <div key={key} class="stack">
          <NoteField label={t('panel.username')} field={field} kind="line" {...actions(usernameField(key))} />
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              props.onRemoveUsername(key);
              focusOn('add-username');
            }}
          >
            {t('panel.username.remove')}
            <span class="visually-hidden">: {field.value || t('panel.username')}</span>
          </button>
        </div>
      ))}
      <button type="button" class="button" id="add-username" onClick={props.onAddUsername}>
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
