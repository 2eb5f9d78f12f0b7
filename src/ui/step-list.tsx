import type { ComponentChildren } from 'preact';
import type { PlanStep } from '../plan/report-plan';
import { StepItem } from './step-item';
import { useTranslation } from './translation';
import type { WayActions } from './way';

interface Props extends WayActions {
  steps: PlanStep[];
  child: boolean;
  /** A school may hide where the facts come from. */
  hideSources: boolean;
  /** What the panel adds to a step: when it was opened, the reference number. */
  progress?: (step: PlanStep) => ComponentChildren;
}

/** The numbered steps, and under "More" everybody else who can help. */
export function StepList({ steps, child, hideSources, onOpen, progress }: Props) {
  const t = useTranslation();
  const main = steps.filter((step) => step.rank === 'main');
  const more = steps.filter((step) => step.rank === 'more');
  const item = (step: PlanStep, number: number | null) => (
    <StepItem
      key={step.body}
      step={step}
      number={number}
      first={number === 1}
      child={child}
      hideSources={hideSources}
      onOpen={onOpen}
    >
      {progress?.(step)}
    </StepItem>
  );
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title" class="visually-hidden">
        {t('steps.title')}
      </h2>
      <ol class="list-plain steps">{main.map((step, at) => item(step, at + 1))}</ol>
      {more.length > 0 && (
        <details class="more-steps">
          <summary>{t(child ? 'steps.more.child' : 'steps.more')}</summary>
          <ul class="list-plain steps">{more.map((step) => item(step, null))}</ul>
        </details>
      )}
    </section>
  );
}
