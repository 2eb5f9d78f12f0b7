import { printPage } from '../../browser/print-page';
import { saveText } from '../../browser/save-text';
import { formatRecord } from '../../notes/format-record';
import type { ReportSession } from '../../state/report-session';
import { Details } from '../../ui/details';
import { focusOn } from '../../ui/focus-on';
import { Keeping } from '../../ui/keeping';
import { ReportChoice } from '../../ui/report-choice';
import { useTranslation } from '../../ui/translation';
import { WrittenRecord } from '../../ui/written-record';
import type { PanelCase } from './use-panel-case';

interface Props {
  session: ReportSession;
  panelCase: PanelCase;
  /** All the details as one text to paste; empty where there are none. */
  everything: string;
  /** The name of a platform or body by its id; the id itself where it is not known. */
  nameOf: (id: string) => string;
  /** Says something in the panel's line for answers; whether it went well. */
  say: (sentence: string, good: boolean) => void;
  /** Copies a text and says so in these words. */
  onCopy: (text: string, copied: string) => void;
  onErase: () => void;
}

/** The report notes in the panel: what to paste, what is missing, and how long it all stays. */
export function DetailsSection({ session, panelCase, everything, nameOf, say, onCopy, onErase }: Props) {
  const t = useTranslation();
  const { platformName, followNotes } = panelCase;
  const notes = session.get();
  const { messages, ...keeping } = session.status();
  const reports = session.reports();
  const record = () => formatRecord(session.get(), t, { nameOf, now: Date.now() });

  async function showOther(sentence: string): Promise<void> {
    await followNotes();
    say(sentence, true);
    focusOn('details-title');
  }

  return (
    <section class="stack section" aria-labelledby="details-title">
      <h2 id="details-title" tabIndex={-1}>
        {t('panel.details')}
      </h2>
      {reports.length > 1 && (
        <ReportChoice
          reports={reports}
          nameOf={platformName}
          onShow={(id) => {
            session.show(id);
            void followNotes().then(() => {
              // The list goes when nothing else was noted, and the focus was in it.
              if (document.activeElement === document.body) focusOn('details-title');
            });
          }}
        />
      )}
      <p class="field-hint">{t('panel.details.hint')}</p>
      <Details
        key={notes.id}
        notes={notes}
        nameOf={(platform) => platform && platformName(platform)}
        onType={session.setField}
        onLeave={session.leaveField}
        onSettle={(field, value) => void session.settleField(field, value)}
        onCopy={(text, what) => onCopy(text, t('panel.copied', { what }))}
        onAddPage={async () => {
          if (!(await panelCase.addPage())) say(t('panel.add-page.no-address'), false);
        }}
        onStartAnother={() => {
          session.startAnother();
          void showOther(t('reports.started'));
        }}
        onMoveItem={async (key) => {
          await session.moveToAnother(key);
          await showOther(t('reports.moved'));
        }}
        onRemoveItem={session.removeItem}
        onAddUsername={() => void session.addUsername()}
        onRemoveUsername={session.removeUsername}
      />
      <button
        type="button"
        class="button button-primary"
        aria-disabled={everything ? undefined : true}
        onClick={() => everything && onCopy(everything, t('panel.copied-all'))}
      >
        {t('panel.copy-all')}
      </button>
      <div class="stack" role="status">
        {messages.map((message) => (
          <p key={message.key} class="notice">
            {t(message)}
          </p>
        ))}
      </div>
      <WrittenRecord
        text={record()}
        onSave={() => saveText(record(), `${t('panel.record.file')}.txt`)}
        onPrint={printPage}
      />
      <Keeping
        {...keeping}
        onKeep={() => void session.keepForSevenDays()}
        onStopKeeping={() => void session.stopKeeping()}
        onErase={onErase}
      />
    </section>
  );
}
