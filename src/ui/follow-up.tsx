import type { FollowUpLine } from '../plan/report-plan';
import { useTranslation } from './translation';

/** When to ask again, and where to go next. */
export function FollowUp({ lines, onOpen }: { lines: FollowUpLine[]; onOpen: (address: string) => void }) {
  const t = useTranslation();
  if (lines.length === 0) return null;
  return (
    <section class="stack section" aria-labelledby="follow-up-title">
      <h2 id="follow-up-title">{t('panel.if-nothing')}</h2>
      <ul class="list-plain stack">
        {lines.map((line) => (
          <li key={line.id} class="row row-apart">
            <span>{t(line.text)}</span>
            {line.target && (
              <button type="button" class="button" onClick={() => onOpen(line.target!)}>
                {t('plan.action.site')}
                <span class="visually-hidden">, {t('step.opens-new-tab')}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
