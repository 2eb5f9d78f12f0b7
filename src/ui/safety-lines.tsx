import type { Audience } from '../catalogue/types';
import { EmergencyLine } from './emergency-line';
import { useTranslation } from './translation';

/** What stands in the first view of every screen of the popup: the emergency number and how to handle what was seen. */
export function SafetyLines({ number, audience }: { number: string | null; audience: Audience }) {
  const t = useTranslation();
  return (
    <>
      <EmergencyLine number={number} audience={audience} />
      <p class="strong safe-line">{t(`safe.line.${audience}`)}</p>
    </>
  );
}
