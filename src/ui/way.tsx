import type { Message } from '../locales/translate';
import type { PlanStep } from '../plan/report-plan';
import { useTranslation } from './translation';

export interface WayActions {
  /** Opens an official address in a new tab, with the details copied in the same click. */
  onOpen: (step: PlanStep, target: string) => void;
}

interface Props extends WayActions {
  target: string;
  label: Message;
  step: PlanStep;
  look: 'primary' | 'plain' | 'quiet';
}

const LOOKS = { primary: 'button button-primary', plain: 'button', quiet: 'button button-quiet' };

/** A way to reach a body. A number or mailbox is an ordinary link of the device; an official page opens through `onOpen`. */
export function Way({ target, label, step, look, onOpen }: Props) {
  const t = useTranslation();
  if (!target.startsWith('https:')) {
    return (
      <a class={LOOKS[look]} href={target}>
        <bdi>{t(label)}</bdi>
        <span class="visually-hidden">: {step.name}</span>
      </a>
    );
  }
  return (
    <button type="button" class={LOOKS[look]} onClick={() => onOpen(step, target)}>
      {t(label)}
      <span class="visually-hidden">
        : {step.name}, {t('step.opens-new-tab')}
      </span>
    </button>
  );
}
