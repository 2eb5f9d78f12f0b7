import { useTranslation } from './translation';

interface Props {
  /** The record as plain text. */
  text: string;
  onSave: () => void;
  onPrint: () => void;
}

/** The record for the police or the safeguarding lead: to read, save or print, always plain text. */
export function WrittenRecord({ text, onSave, onPrint }: Props) {
  const t = useTranslation();
  return (
    <div class="stack">
      <p class="field-hint">{t('panel.record.hint')}</p>
      <div class="row">
        <button type="button" class="button" onClick={onSave}>
          {t('panel.save-record')}
        </button>
        <button type="button" class="button" onClick={onPrint}>
          {t('panel.print-record')}
        </button>
      </div>
      <pre class="record only-in-print">{text}</pre>
    </div>
  );
}
