import { useEffect, useRef, useState } from 'preact/hooks';
import type { PolicyFault } from '../../policy/policy-fault';
import type { SettingsEntry } from '../../policy/policy-settings';
import { LIST_LIMIT } from '../../policy/school-policy';
import type { EntriesKey } from '../../policy/setting-kinds';
import { useTranslation } from '../../ui/translation';
import { type InputMode, Problems, problemsAt, TextField } from './fields';
import { ENTRY_KEYS } from './policy-draft';

interface Props {
  path: EntriesKey;
  entries: readonly SettingsEntry[];
  faults: readonly PolicyFault[];
  onChange: (entries: readonly SettingsEntry[]) => void;
}

const INPUT_MODES: Readonly<Record<string, InputMode>> = { phone: 'tel', email: 'email', link: 'url' };

/** A list of contacts or helplines: add, fill in, remove. The focus follows what was added or removed. */
export function EntryFields({ path, entries, faults, onChange }: Props) {
  const t = useTranslation();
  const list = useRef<HTMLFieldSetElement>(null);
  const [toFocus, setToFocus] = useState<number | null>(null);

  useEffect(() => {
    if (toFocus === null) return;
    const added = list.current?.querySelectorAll('.admin-entry')[toFocus]?.querySelector('input');
    (added ?? list.current?.querySelector<HTMLElement>('.admin-add'))?.focus();
    setToFocus(null);
  }, [toFocus]);

  const replaced = (index: number, entry: SettingsEntry) => entries.map((one, at) => (at === index ? entry : one));
  const problems = (of: string) => problemsAt(of, faults, t);

  return (
    <fieldset class="section stack" ref={list}>
      <legend>{t(`admin.${path}`)}</legend>
      <p class="field-hint">{t(`admin.${path}.hint`)}</p>
      <Problems sentences={problems(path)} />
      {entries.map((entry, index) => (
        <fieldset key={index} class="stack admin-entry">
          <legend>{t(`admin.${path}.one`, { number: String(index + 1) })}</legend>
          {ENTRY_KEYS[path].map((key) => (
            <TextField
              key={key}
              path={`${path}[${index}].${key}`}
              inputMode={INPUT_MODES[key]}
              value={entry[key] ?? ''}
              problems={problems(`${path}[${index}].${key}`)}
              onChange={(value) => onChange(replaced(index, { ...entry, [key]: value }))}
            />
          ))}
          <Problems sentences={problems(`${path}[${index}]`)} />
          <div class="row">
            <button
              type="button"
              class="button"
              onClick={() => {
                onChange(entries.filter((_, at) => at !== index));
                setToFocus(entries.length);
              }}
            >
              {t(`admin.${path}.remove`, { number: String(index + 1) })}
            </button>
          </div>
        </fieldset>
      ))}
      {entries.length < LIST_LIMIT && (
        <div class="row">
          <button
            type="button"
            class="button admin-add"
            onClick={() => {
              onChange([...entries, {}]);
              setToFocus(entries.length);
            }}
          >
            {t(`admin.${path}.add`)}
          </button>
        </div>
      )}
    </fieldset>
  );
}
