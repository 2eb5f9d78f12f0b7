import type { ComponentChildren } from 'preact';
import type { Message } from '../locales/translate';
import type { HowLine, PlanStep } from '../plan/report-plan';
import { useTranslation } from './translation';

export interface StepActions {
  /** Opens an official address in a new tab, with the details copied in the same click. */
  onOpen: (step: PlanStep, target: string) => void;
}

interface Props extends StepActions {
  step: PlanStep;
  /** Its number in the plan, null under "More". */
  number: number | null;
  /** The one next step: its button stands out. */
  first: boolean;
  /** What the panel adds: when it was opened, the reference number. */
  children?: ComponentChildren;
}

/** One step: whom to tell, what for, and the one button that gets there. */
export function StepItem({ step, number, first, onOpen, children }: Props) {
  const t = useTranslation();
  const opensForm = step.target?.startsWith('https:') ?? false;
  return (
    <li class="step">
      <div class="step-head">
        {number !== null && (
          <span class="step-number" aria-hidden="true">
            {number}
          </span>
        )}
        <div class="step-words">
          <h3>{t(step.label)}</h3>
          {step.purpose && <p class="soft small">{t(step.purpose)}</p>}
        </div>
        {step.target && step.action && (
          <Reach target={step.target} label={step.action} step={step} primary={first} onOpen={onOpen} />
        )}
      </div>
      {first && opensForm && <p class="soft small">{t('step.copies')}</p>}
      {step.alsoBy.length > 0 && (
        <p class="row small step-also">
          <span class="soft">{t('step.also')}</span>
          {step.alsoBy.map((way) => (
            <Reach key={way.target} target={way.target} label={way.label} step={step} primary={false} onOpen={onOpen} />
          ))}
        </p>
      )}
      <How step={step} open={first && !step.target} />
      {children}
    </li>
  );
}

interface ReachProps extends StepActions {
  target: string;
  label: Message;
  step: PlanStep;
  primary: boolean;
}

/** A number or mailbox is an ordinary link of the device; an official page opens through `onOpen`. */
function Reach({ target, label, step, primary, onOpen }: ReachProps) {
  const t = useTranslation();
  const look = primary ? 'button button-primary' : 'button';
  if (!target.startsWith('https:')) {
    return (
      <a class={look} href={target}>
        <bdi>{t(label)}</bdi>
      </a>
    );
  }
  return (
    <button type="button" class={look} onClick={() => onOpen(step, target)}>
      {t(label)}
      <span class="visually-hidden">
        : {step.name}, {t('step.opens-new-tab')}
      </span>
    </button>
  );
}

/** The way inside the product, and where all this comes from: every route carries source, grade and date. */
function How({ step, open }: { step: PlanStep; open: boolean }) {
  const t = useTranslation();
  return (
    <details open={open} class="small">
      <summary>{t('step.how')}</summary>
      <div class="stack">
        {step.how.length > 0 && (
          <ol class="list-bullets">
            {step.how.map((line) => (
              <li key={textOf(line, t)}>
                <bdi>{textOf(line, t)}</bdi>
              </li>
            ))}
          </ol>
        )}
        {step.prefilled && <p>{t('step.prefill.hint', { name: step.name })}</p>}
        <p class="soft">
          {t(`step.source.${step.evidence}`)}, {step.seen ? t('step.source.date', { date: step.seen }) : t('step.source.no-date')}
          {step.source && (
            <>
              {' '}
              (<bdi>{step.source}</bdi>)
            </>
          )}
        </p>
      </div>
    </details>
  );
}

function textOf(line: HowLine, t: (message: Message) => string): string {
  return 'text' in line ? line.text : t(line);
}
