import type { Translate } from '../../locales/translate';
import { faultSentence, type PolicyFault } from '../../policy/policy-fault';
import { useTranslation } from '../../ui/translation';

/** Which keys a touch keyboard offers. The check of the value is the policy's own, not the browser's. */
export type InputMode = 'tel' | 'email' | 'url';

/** What is wrong with the value of one path, as sentences. */
export function problemsAt(path: string, faults: readonly PolicyFault[], t: Translate): string[] {
  return faults.filter(({ key }) => key === path).map((fault) => faultSentence(fault, t));
}

interface FieldProps<Value> {
  /** Path in the policy, such as `contacts[0].phone`; the words of a field are those of its path without numbers. */
  path: string;
  value: Value;
  /** Sentences that say what is wrong with the value. */
  problems?: readonly string[];
  onChange: (value: Value) => void;
}

/** Ids and words that tie a field to its label, its hint and its problems. */
function useField(path: string, problems: readonly string[] = []) {
  const t = useTranslation();
  const id = path.replace(/[[\].]+/g, '-');
  const words = `admin.${path.replace(/\[\d+\]/g, '')}`;
  const hint = t(`${words}.hint`);
  return {
    id,
    label: t(words),
    hint: hint === `${words}.hint` ? null : hint,
    problems,
    described: { 'aria-describedby': `${id}-hint ${id}-faults`, 'aria-invalid': problems.length > 0 },
  };
}

/** Sentences beside what they are about. */
export function Problems({ sentences }: { sentences: readonly string[] }) {
  return sentences.map((sentence) => (
    <p key={sentence} class="admin-fault">
      {sentence}
    </p>
  ));
}

function HintAndProblems({ id, hint, problems }: { id: string; hint: string | null; problems: readonly string[] }) {
  return (
    <>
      <p class="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <div id={`${id}-faults`} role="status">
        <Problems sentences={problems} />
      </div>
    </>
  );
}

export function TextField({
  path,
  value,
  problems,
  onChange,
  inputMode,
  rows,
  spellcheck,
}: FieldProps<string> & { inputMode?: InputMode; rows?: number; spellcheck?: boolean }) {
  const { id, label, described, ...rest } = useField(path, problems);
  const input = { id, ...described, value, spellcheck, autocomplete: 'off' as const };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows ? (
        <textarea {...input} rows={rows} onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input {...input} type="text" inputMode={inputMode} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      <HintAndProblems id={id} {...rest} />
    </div>
  );
}

export function Choice({
  path,
  value,
  problems,
  onChange,
  choices,
}: FieldProps<string> & { choices: { value: string; label: string }[] }) {
  const t = useTranslation();
  const { id, label, described, ...rest } = useField(path, problems);
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
      <HintAndProblems id={id} {...rest} />
    </div>
  );
}

export function Truth({ path, value, problems, onChange }: FieldProps<boolean>) {
  const { id, label, described, ...rest } = useField(path, problems);
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
      <HintAndProblems id={id} {...rest} />
    </div>
  );
}
