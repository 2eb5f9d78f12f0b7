import type { Message } from '../locales/translate';
import type { HowLine, PlanStep } from '../plan/report-plan';
import { useTranslation } from './translation';
import { Way, type WayActions } from './way';

interface Props extends WayActions {
  id: string;
  step: PlanStep;
  /** Further official pages of the same body. */
  pages: { label: Message; target: string }[];
  /** Null where it is not shown. */
  source: string | null;
}

/** The way inside the product, further pages, and where all this comes from: every route carries source, grade and date. */
export function StepHow({ id, step, pages, source, onOpen }: Props) {
  const t = useTranslation();
  return (
    <div class="stack small step-how" id={id}>
      {step.how.length > 0 && (
        <ol class="list-bullets">
          {step.how.map((line) => (
            <li key={textOf(line, t)}>
              <bdi>{textOf(line, t)}</bdi>
            </li>
          ))}
        </ol>
      )}
      {step.prefilled && (
        <>
          <p>{t('step.prefill.hint', { name: step.name })}</p>
          <Way target={step.prefilled} label={{ key: 'step.prefill' }} step={step} look="plain" onOpen={onOpen} />
        </>
      )}
      {pages.length > 0 && (
        <p class="row">
          {pages.map(({ target, label }) => (
            <Way key={target} target={target} label={label} step={step} look="plain" onOpen={onOpen} />
          ))}
        </p>
      )}
      {source && (
        <p class="soft">
          {t(`step.source.${step.evidence}`)} ({step.seen ?? t('step.source.no-date')}): <bdi>{source}</bdi>
        </p>
      )}
    </div>
  );
}

function textOf(line: HowLine, t: (message: Message) => string): string {
  return 'text' in line ? line.text : t(line);
}
