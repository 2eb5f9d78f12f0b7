import type { PolicyFault } from '../../policy/policy-fault';
import { useTranslation } from '../../ui/translation';

/** Which keys a touch keyboard offers. The check of the value is the policy's own, not the browser's. */
export type InputMode = 'tel' | 'email' | 'url';

interface FieldProps<Value> {
  /** Path in the policy, such as `contacts[0].phone`; the words of a field are those of its path without numbers. */
  path: string;
  value: Value;
  faults: readonly PolicyFault[];
  onChange: (value: Value) => void;
}

/** Ids and words that tie a field to its label, its hint and its faults. */
function useField(path: string, faults: readonly PolicyFault[]) {
  const t = useTranslation();
  const id = path.replace(/[[\].]+/g, '-');
  const words = `admin.${path.replace(/\[\d+\]/g, '')}`;
  const hint = t(`${words}.hint`);
  const own = faults.filter(({ key }) => key === path);
  return {
    id,
    label: t(words),
    hint: hint === `${words}.hint` ? null : hint,
    sentences: own.map((fault) => `${t(fault.problem)} ${t(fault.instead)}`),
    described: { 'aria-describedby': `${id}-hint ${id}-faults`, 'aria-invalid': own.length > 0 },
  };
}

function HintAndFaults({ id, hint, sentences }: { id: string; hint: string | null; sentences: string[] }) {
  return (
    <>
      <p class="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <div id={`${id}-faults`} role="status">
        {sentences.map((sentence) => (
          <p key={sentence} class="admin-fault">
            {sentence}
          </p>
        ))}
      </div>
    </>
  );
}

export function TextField({
  path,
  value,
  faults,
  onChange,
  inputMode,
  rows,
}: FieldProps<string> & { inputMode?: InputMode; rows?: number }) {
  const { id, label, described, ...rest } = useField(path, faults);
  const input = { id, ...described, value, autocomplete: 'off' as const };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows ? (
        <textarea {...input} rows={rows} onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input {...input} type="text" inputMode={inputMode} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      <HintAndFaults id={id} {...rest} />
    </div>
  );
}

export function Choice({
  path,
  value,
  faults,
  onChange,
  choices,
}: FieldProps<string> & { choices: { value: string; label: string }[] }) {
  const t = useTranslation();
  const { id, label, described, ...rest } = useField(path, faults);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} {...described} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('admin.not-set')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <HintAndFaults id={id} {...rest} />
    </div>
  );
}

export function Truth({ path, value, faults, onChange }: FieldProps<boolean>) {
  const { id, label, described, ...rest } = useField(path, faults);
  return (
    <div class="field">
      <label class="choice" for={id}>
        <input
          id={id}
          {...described}
          type="checkbox"
          checked={value}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      <HintAndFaults id={id} {...rest} />
    </div>
  );
}
