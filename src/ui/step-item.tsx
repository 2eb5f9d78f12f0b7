import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Message } from '../locales/translate';
import type { PlanStep } from '../plan/report-plan';
import { useTranslation } from './translation';
import { Way, type WayActions } from './way';

/** Loaded when a step is first opened, for most are never. */
let StepHow: typeof import('./step-how').StepHow | null = null;

export async function loadStepHow(): Promise<void> {
  StepHow ??= (await import('./step-how')).StepHow;
}

/** A first step that is done inside the product shows at once how. */
export function standsOpen({ target, how }: PlanStep): boolean {
  return target === null && how.length > 0;
}

interface Props extends WayActions {
  step: PlanStep;
  /** Its number in the plan, null under "More". */
  number: number | null;
  /** The one next step: its button stands out. */
  first: boolean;
  child: boolean;
  /** A school may hide where the facts come from. */
  hideSources: boolean;
  /** What the panel adds: when it was opened, the reference number. */
  children?: ComponentChildren;
}

/**
 * One step: whom to tell, what for, and the one button that gets there. Its title opens how to do it. Beside the
 * button only numbers and mailboxes stay in sight; further pages stand with the rest, so that nobody has to choose.
 */
export function StepItem({ step, number, first, child, hideSources, onOpen, children }: Props) {
  const t = useTranslation();
  const [open, setOpen] = useState(first && standsOpen(step));
  const [loaded, setLoaded] = useState(StepHow !== null);
  const id = useId();
  useEffect(() => {
    if (open && !loaded) void loadStepHow().then(() => setLoaded(true));
  }, [open, loaded]);
  const pages = step.alsoBy.filter(({ target }) => target.startsWith('https:'));
  const contacts = step.alsoBy.filter(({ target }) => !target.startsWith('https:'));
  const source = hideSources || child ? null : step.source;
  const hasMore = step.how.length > 0 || pages.length > 0 || step.prefilled !== null || source !== null;
  const copies = first && !child && (step.target?.startsWith('https:') ?? false);
  return (
    <li class={first ? 'step step-first' : 'step'}>
      <div class="step-head">
        {number !== null && (
          <span class="step-number" aria-hidden="true">
            {number}
          </span>
        )}
        <h3 class="step-title">
          {hasMore ? (
            <button
              type="button"
              class="step-toggle"
              aria-expanded={open}
              aria-controls={open && loaded ? id : undefined}
              onClick={() => setOpen(!open)}
            >
              {t(step.label)}
              <span class="visually-hidden">: {t('step.how')}</span>
            </button>
          ) : (
            t(step.label)
          )}
        </h3>
        {step.target && step.action && (
          <Way
            target={step.target}
            label={step.action}
            step={step}
            look={first ? 'primary' : 'plain'}
            onOpen={onOpen}
          />
        )}
      </div>
      {step.purpose && <p class="soft small">{t(step.purpose)}</p>}
      {copies && <p class="small">{t('step.copies')}</p>}
      {contacts.length > 0 && <Contacts ways={contacts} step={step} onOpen={onOpen} />}
      {open && hasMore && loaded && StepHow && (
        <StepHow id={id} step={step} pages={pages} source={source} onOpen={onOpen} />
      )}
      {children}
    </li>
  );
}

interface ContactsProps extends WayActions {
  ways: { label: Message; target: string }[];
  step: PlanStep;
}

function Contacts({ ways, step, onOpen }: ContactsProps) {
  const t = useTranslation();
  return (
    <p class="step-contacts small">
      <span class="soft">{t('step.also')}</span>
      {ways.map(({ target, label }) => (
        <Way key={target} target={target} label={label} step={step} look="quiet" onOpen={onOpen} />
      ))}
    </p>
  );
}
