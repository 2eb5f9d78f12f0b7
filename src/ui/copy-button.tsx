import { useTranslation } from './translation';

interface Props {
  /** What is copied, in a word. */
  what: string;
  text: string;
  onCopy: (text: string, what: string) => void;
}

/** Copies one field. Greyed where there is nothing to copy. */
export function CopyButton({ what, text, onCopy }: Props) {
  const t = useTranslation();
  return (
    <button
      type="button"
      class="button"
      aria-label={t('panel.copy.what', { what })}
      aria-disabled={text ? undefined : true}
      onClick={() => text && onCopy(text, what)}
    >
      {t('panel.copy')}
    </button>
  );
}
