import { useState } from 'preact/hooks';
import { checkPolicyText } from '../../policy/check-policy-text';
import type { KnownCodes } from '../../policy/known-codes';
import type { ParsedPolicy } from '../../policy/parse-policy';
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
  const [checked, setChecked] = useState<ParsedPolicy | null>(null);

  function check(): ParsedPolicy {
    const result = checkPolicyText(text, known);
    setChecked(result);
    return result;
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
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <div class="row">
          <button type="button" class="button" onClick={check}>
            {t('admin.import.check')}
          </button>
          <button type="button" class="button" onClick={() => onUse(check().policy)}>
            {t('admin.import.use')}
          </button>
        </div>
        <div role="status">{checked && <PolicyFaultList faults={checked.faults} />}</div>
      </div>
    </details>
  );
}
