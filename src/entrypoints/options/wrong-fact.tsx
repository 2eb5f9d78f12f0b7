import { useEffect, useId, useRef } from 'preact/hooks';
import { copyText } from '../../browser/clipboard';
import { extensionVersion } from '../../browser/version';
import type { Fact } from '../../catalogue/fact-list';
import { SaidLine, useSaid } from '../../ui/said';
import { useTranslation } from '../../ui/translation';

/** A finished text about one fact, to copy: Signpost itself sends nothing. */
export function WrongFact({ fact }: { fact: Fact }) {
  const t = useTranslation();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, say] = useSaid();
  useEffect(() => field.current?.focus(), []);
  const text = t('options.facts.wrong.text', {
    version: extensionVersion(),
    id: fact.id,
    name: fact.name,
    value: fact.value,
    source: fact.source ?? t('options.facts.no-source'),
    seen: fact.seen ?? t('options.facts.no-date'),
  });

  async function copy(): Promise<void> {
    const done = await copyText(text);
    say(t(done ? 'options.facts.copied' : 'options.facts.copy-failed'), done);
  }

  return (
    <div class="field">
      <label for={id}>{t('options.facts.wrong.label')}</label>
      <span id={`${id}-how`} class="field-hint">
        {t('options.facts.wrong.how')}
      </span>
      <textarea id={id} ref={field} rows={5} readOnly aria-describedby={`${id}-how`} value={text} />
      <button type="button" class="button" onClick={copy}>
        {t('options.facts.copy')}
      </button>
      <SaidLine said={said} />
    </div>
  );
}
