import { EmergencyLine } from './emergency-line';
import { useTranslation } from './translation';

interface Props {
  /** The error's own words, so that somebody who is asked for help can be told them. */
  what: string;
  /** Null where even the country's number could not be read. */
  emergencyNumber: string | null;
  onRetry: () => void;
}

/** When nothing else can be shown: the emergency line stays, and what went wrong is named. */
export function ErrorScreen({ what, emergencyNumber, onRetry }: Props) {
  const t = useTranslation();
  return (
    <main class="stack">
      <h1 class="wordmark">{t('app.name')}</h1>
      <EmergencyLine number={emergencyNumber} audience="adult" />
      <section class="notice stack" role="alert">
        <h2>{t('error.heading')}</h2>
        <p>{t('error.body')}</p>
        <p class="small">{t('error.what', { what })}</p>
        <button type="button" class="button" onClick={onRetry}>
          {t('error.try-again')}
        </button>
      </section>
    </main>
  );
}
