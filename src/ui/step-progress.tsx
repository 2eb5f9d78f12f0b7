import type { Message } from '../locales/translate';
import type { FieldView, StepView } from '../notes/notes-view';
import type { PlanStep } from '../plan/report-plan';
import { NoteField } from './note-field';
import { PhoneCode } from './phone-code';
import { useTranslation } from './translation';

interface Props {
  step: PlanStep;
  /** Then nothing can be ticked or typed: it would be gone with this window. */
  notesOff: boolean;
  /** Null while nothing was done about this step. */
  done: StepView | null;
  onReported: (reported: boolean) => void;
  onReference: (reference: string) => Message | null;
  onLeaveReference: () => void;
  onSettleReference: (reference: string) => void;
  onCopy: (text: string, what: string) => void;
}

const NOTHING: FieldView = { value: '', alsoTyped: [] };

/** What was opened and when, whether it is reported, and the reference number. */
export function StepProgress(props: Props) {
  const t = useTranslation();
  const { done, notesOff, step } = props;
  const lastOpened = done?.openedAt.at(-1);
  return (
    <div class="stack step-progress">
      {lastOpened !== undefined && !notesOff && (
        <p class="small">{t('panel.opened', { when: new Date(lastOpened).toLocaleString() })}</p>
      )}
      {!notesOff && (
        <label class="choice">
          <input
            type="checkbox"
            checked={done?.reportedAt != null}
            onChange={(event) => props.onReported(event.currentTarget.checked)}
          />
          {t('panel.reported')}
        </label>
      )}
      {done?.reportedAt != null && !notesOff && (
        <NoteField
          label={t('panel.reference')}
          field={done?.reference ?? NOTHING}
          kind="line"
          onType={props.onReference}
          onLeave={props.onLeaveReference}
          onSettle={props.onSettleReference}
          onCopy={props.onCopy}
        />
      )}
      {step.target?.startsWith('https:') && <PhoneCode address={step.target} name={step.name} />}
    </div>
  );
}
