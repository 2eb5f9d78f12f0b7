import type { ComponentChildren } from 'preact';
import type { PlanStep } from '../plan/report-plan';
import { type StepActions, StepItem } from './step-item';
import { useTranslation } from './translation';

interface Props extends StepActions {
  steps: PlanStep[];
  child: boolean;
  /** A school may hide what stands under "More". */
  hideMore: boolean;
  /** What the panel adds to a step: when it was opened, the reference number. */
  progress?: (step: PlanStep) => ComponentChildren;
}

/** The numbered steps, and under "More" everybody else who can help. */
export function StepList({ steps, child, hideMore, onOpen, progress }: Props) {
  const t = useTranslation();
  const main = steps.filter((step) => step.rank === 'main');
  const more = steps.filter((step) => step.rank === 'more');
  return (
    <section class="stack" aria-labelledby="steps-title">
      <h2 id="steps-title" class="visually-hidden">
        {t('steps.title')}
      </h2>
      <ol class="list-plain steps">
        {main.map((step, at) => (
          <StepItem key={step.body} step={step} number={at + 1} first={at === 0} onOpen={onOpen}>
            {progress?.(step)}
          </StepItem>
        ))}
      </ol>
      {more.length > 0 && !hideMore && (
        <details>
          <summary>{t(child ? 'steps.more.child' : 'steps.more')}</summary>
          <ul class="list-plain steps">
            {more.map((step) => (
              <StepItem key={step.body} step={step} number={null} first={false} onOpen={onOpen}>
                {progress?.(step)}
              </StepItem>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
