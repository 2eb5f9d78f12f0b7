import type { ChecklistLine } from '../plan/report-plan';
import { useTranslation } from './translation';

/** The safe-handling checklist for this audience, situation and country. */
export function Checklist({ lines }: { lines: ChecklistLine[] }) {
  const t = useTranslation();
  return (
    <section class="stack" aria-labelledby="checklist-title">
      <h2 id="checklist-title">{t('panel.checklist')}</h2>
      <ul class="list-plain checklist">
        {lines.map((line) => (
          <li key={line.id}>{t(line.text)}</li>
        ))}
      </ul>
    </section>
  );
}
