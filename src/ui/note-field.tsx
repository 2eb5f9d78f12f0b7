import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Message } from '../locales/translate';
import { refusesTransfer } from '../notes/accept-text';
import type { FieldView } from '../notes/notes-view';
import { CopyButton } from './copy-button';
import { focusOn } from './focus-on';
import { useTranslation } from './translation';

export interface NoteFieldActions {
  /** Notes what was typed; gives the sentence to show when it was not taken as it came. */
  onType: (value: string) => Message | null;
  onLeave: () => void;
  /** Settles what two windows typed at the same time. */
  onSettle: (value: string) => void;
  onCopy: (text: string, what: string) => void;
}

interface Props extends NoteFieldActions {
  label: string;
  hint?: string;
  field: FieldView;
  kind: 'line' | 'long' | 'date' | 'time';
}

/** A field of the notes. Text only: a picture or a file that is pasted or dropped is refused in one kind sentence. */
export function NoteField({ label, hint, field, kind, onType, onLeave, onSettle, onCopy }: Props) {
  const t = useTranslation();
  const id = useId();
  const [said, setSaid] = useState<Message | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was refused must not stay in the field: everything typed after it would be refused with it.
    const input = place.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    if (input && input.value !== field.value) input.value = field.value;
  });
  const refuse = (event: Event, transfer: DataTransfer | null, how: 'paste' | 'drop') => {
    const message =
      transfer &&
      refusesTransfer(
        { types: transfer.types, files: transfer.files.length, text: transfer.getData('text/plain') },
        how,
      );
    if (!message) return;
    event.preventDefault();
    setSaid(message);
  };
  const settle = (text: string) => {
    onSettle(text);
    // What was pressed goes; the focus must not go with it.
    focusOn(id);
  };
  const attributes = {
    id,
    value: field.value,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    autocomplete: 'off',
    // Some browsers send what is written to a server of theirs to check it or to write on.
    spellcheck: false,
    writingsuggestions: 'false',
    onInput: (event: Event) => {
      const message = onType((event.currentTarget as HTMLInputElement).value);
      // A copy, so that the field is drawn anew each time, also when the same is said again.
      setSaid(message && { ...message });
    },
    onBlur: onLeave,
    onPaste: (event: ClipboardEvent) => refuse(event, event.clipboardData, 'paste'),
    onDrop: (event: DragEvent) => refuse(event, event.dataTransfer, 'drop'),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} class="field-hint">
          {hint}
        </span>
      )}
      <div class="note-row" ref={place}>
        {kind === 'long' && <textarea rows={3} {...attributes} />}
        {kind === 'line' && <input type="text" {...attributes} />}
        {(kind === 'date' || kind === 'time') && <input type={kind} {...attributes} />}
        <CopyButton what={label} text={field.value} onCopy={onCopy} />
      </div>
      <p role="status" class={said ? 'notice small' : 'visually-hidden'}>
        {said && t(said)}
      </p>
      {field.alsoTyped.map((other) => (
        <div key={other.by} class="notice stack small">
          <p>{t('notes.also-typed')}</p>
          <p>
            <bdi>{other.value}</bdi>
          </p>
          <div class="row">
            <button type="button" class="button" onClick={() => settle(`${field.value}\n${other.value}`)}>
              {t('notes.also-typed.both')}
            </button>
            <button type="button" class="button" onClick={() => settle(other.value)}>
              {t('notes.also-typed.use')}
            </button>
            <button type="button" class="button" onClick={() => settle(field.value)}>
              {t('notes.also-typed.drop')}
            </button>
          </div>
        </div>
      ))}
    </div>
  );
}
