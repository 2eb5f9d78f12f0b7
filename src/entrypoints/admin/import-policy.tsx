import { useState } from 'preact/hooks';
import { type CheckedPolicyText, checkPolicyText } from '../../policy/check-policy-text';
import type { KnownCodes } from '../../policy/known-codes';
import type { SchoolPolicy } from '../../policy/school-policy';
import { PolicyFaultList } from '../../ui/policy-fault-list';
import { useTranslation } from '../../ui/translation';

interface Props {
  known: KnownCodes;
  onUse: (policy: SchoolPolicy) => void;
}

/** Checks a policy that is pasted in, in any of the forms this page writes, and fills the form from it. */
export function ImportPolicy({ known, onUse }: Props) {
  const t = useTranslation();
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<CheckedPolicyText | null>(null);

  function check(): CheckedPolicyText {
    const result = checkPolicyText(text, known);
    setChecked(result);
    return result;
  }

  function use(): void {
    const { policy } = check();
    if (policy) onUse(policy);
  }

  return (
    <details class="section">
      <summary>{t('admin.import.title')}</summary>
      <div class="stack">
        <div class="field">
          <label for="import">{t('admin.import.label')}</label>
          <p class="field-hint" id="import-hint">
            {t('admin.import.hint')}
          </p>
          <textarea
            id="import"
            class="admin-code"
            rows={6}
            spellcheck={false}
            aria-describedby="import-hint"
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              // What was found was found in another text.
              setChecked(null);
            }}
          />
        </div>
        <div class="row">
          <button type="button" class="button" onClick={check}>
            {t('admin.import.check')}
          </button>
          <button type="button" class="button" onClick={use}>
            {t('admin.import.use')}
          </button>
        </div>
        <div role="status">{checked && <PolicyFaultList faults={checked.faults} />}</div>
      </div>
    </details>
  );
}
