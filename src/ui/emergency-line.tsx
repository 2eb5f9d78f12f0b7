import { telephone } from '../catalogue/telephone';
import type { Audience } from '../catalogue/types';
import { useTranslation } from './translation';

interface Props {
  /** Null where the country's number is not known. */
  number: string | null;
  audience: Audience;
}

/** The first thing on every screen, and the only red. */
export function EmergencyLine({ number, audience }: Props) {
  const t = useTranslation();
  return (
    <p class="notice notice-danger emergency">
      <span>{t(audience === 'child' ? 'emergency.ask.child' : 'emergency.ask')}</span>
      {number ? (
        <a class="emergency-number" href={telephone(number)}>
          {t('emergency.call', { number })}
        </a>
      ) : (
        <strong>{t('emergency.call-unknown')}</strong>
      )}
    </p>
  );
}
