import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { copyText } from '../../browser/clipboard';
import { extensionVersion } from '../../browser/version';
import type { Fact } from '../../catalogue/fact-list';
import { useTranslation } from '../../ui/translation';

/** A finished text about one fact, to copy: Signpost itself sends nothing. */
export function WrongFact({ fact }: { fact: Fact }) {
  const t = useTranslation();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => field.current?.focus(), []);
  const text = t('options.facts.wrong.text', {
    version: extensionVersion(),
    id: fact.id,
    name: fact.name,
    value: fact.value,
    source: fact.source ?? t('options.facts.no-source'),
    seen: fact.seen ?? t('options.facts.no-date'),
  });
  return (
    <div class="field wrong-fact">
      <label for={id}>{t('options.facts.wrong.label')}</label>
      <span id={`${id}-how`} class="field-hint">
        {t('options.facts.wrong.how')}
      </span>
      <textarea id={id} ref={field} rows={5} readOnly aria-describedby={`${id}-how`} value={text} />
      <button
        type="button"
        class="button"
        onClick={async () => setSaid(t((await copyText(text)) ? 'options.facts.copied' : 'options.facts.copy-failed'))}
      >
        {t('options.facts.copy')}
      </button>
      <p role="status">{said}</p>
    </div>
  );
}
