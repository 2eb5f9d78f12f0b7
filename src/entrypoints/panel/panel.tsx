import { useEffect, useRef, useState } from 'preact/hooks';
import { readActiveTab } from '../../browser/active-tab';
import { onCaseChange, storeCase } from '../../browser/case-store';
import { copyText } from '../../browser/clipboard';
import { openForm } from '../../browser/open-form';
import { printPage, saveText } from '../../browser/save-text';
import { openTab } from '../../browser/tabs';
import type { PlatformName } from '../../catalogue/names';
import { type DetectedPage, NO_PAGE } from '../../detect/detected-page';
import { formatDetails } from '../../notes/format-details';
import { formatRecord } from '../../notes/format-record';
import type { NotesView } from '../../notes/notes-view';
import { checklist } from '../../plan/checklist';
import { followUp } from '../../plan/follow-up';
import { learnMore } from '../../plan/learn-more';
import type { PlanStep } from '../../plan/report-plan';
import { firstScreenView } from '../../state/first-screen-view';
import { loadPlatformNames } from '../../state/names';
import { orderOfForm } from '../../state/order-of-form';
import { detectAddress } from '../../state/records';
import { NO_CASE, type ReportCase } from '../../state/report-case';
import { requestOf, type Scene } from '../../state/scene';
import { parseCase, platformOf } from '../../state/stored-case';
import { useReport } from '../../state/use-report';
import { useScene } from '../../state/use-scene';
import { Checklist } from '../../ui/checklist';
import { Details } from '../../ui/details';
import { FollowUp } from '../../ui/follow-up';
import { Keeping } from '../../ui/keeping';
import { PageLine } from '../../ui/page-line';
import { PlatformChoice } from '../../ui/platform-choice';
import { Record } from '../../ui/record';
import { refuseDrops } from '../../ui/refuse-drops';
import { ReportChoice } from '../../ui/report-choice';
import { SafetyLines } from '../../ui/safety-lines';
import { SaidLine, useSaid } from '../../ui/said';
import { SituationChoice } from '../../ui/situation-choice';
import { StepList } from '../../ui/step-list';
import { StepProgress } from '../../ui/step-progress';
import { useTranslation } from '../../ui/translation';

interface Props {
  first: Scene;
  windowId: number | null;
  private: boolean;
}

/** The panel beside the form: checklist, details to paste, what was done, what comes next, and care. */
export function Panel({ first, windowId, private: isPrivate }: Props) {
  const t = useTranslation();
  const [scene, actions] = useScene(first);
  const [said, say] = useSaid();
  const [platforms, setPlatforms] = useState<PlatformName[]>([]);
  const { session } = useReport(isPrivate, scene.surroundings.settings.notes, 'at-once');
  const { reportCase } = scene;
  const { audience } = scene.surroundings.settings;
  const child = audience === 'child';
  const request = requestOf(scene);
  const notes = session?.get() ?? null;
  const everything = formatDetails(reportCase.page, notes);
  const view = firstScreenView(scene, notes !== null && !notes.empty);
  const hasPlace = reportCase.page.link !== null || view.platformName !== null;
  const [choosing, setChoosing] = useState(false);
  const choseBefore = useRef(false);
  const notesOff = view.hidden.includes('notes');

  useEffect(
    () =>
      onCaseChange(async (stored) => {
        // None any more where another window has erased it: then nothing of it stays on this screen.
        const next = parseCase(stored) ?? NO_CASE;
        actions.showCase(next, await platformOf(next));
      }),
    [],
  );
  useEffect(() => {
    if (choseBefore.current && !choosing) document.getElementById('correct-page')?.focus();
    choseBefore.current = choosing;
  }, [choosing]);
  useEffect(() => {
    loadPlatformNames().then(setPlatforms);
  }, []);
  useEffect(() => {
    // Kept notes outlive the report at hand: after a restart the panel is about what was noted last.
    const last = session?.get().items.at(-1);
    if (last && !hasPlace) void showPage(last);
  }, [session]);
  useEffect(() => refuseDrops(() => say(t('notes.refused.picture'), false)), [t]);

  async function copyAndSay(text: string, copied: string): Promise<void> {
    const done = await copyText(text);
    say(done ? copied : t('panel.copy-failed'), done);
  }
  const copy = (text: string, what: string) => copyAndSay(text, t('panel.copied', { what }));

  async function open(step: PlanStep, address: string): Promise<void> {
    session?.markOpened(step.body);
    const details = formatDetails(reportCase.page, session?.get() ?? null, orderOfForm(step));
    const copied = await openForm({ address, details, windowId, withPanel: false });
    say(t(copied ? 'step.opened' : 'step.opened-not-copied'), copied);
  }

  /** Makes a noted page what the whole panel is about; none where nothing is noted. */
  async function showPage(page: DetectedPage): Promise<ReportCase> {
    const names = await loadPlatformNames();
    const platform = names.find(({ id }) => id === page.platform)?.number ?? null;
    const next = { ...reportCase, page, platform };
    actions.showCase(next, await platformOf(next));
    return next;
  }

  /** Shows what the notes are about now, here and in the other windows. */
  async function followNotes(sentence: string): Promise<void> {
    await storeCase(await showPage(session?.get().items.at(-1) ?? NO_PAGE));
    say(sentence, true);
    document.getElementById('details-title')?.focus();
  }

  async function addPage(): Promise<void> {
    const { address } = await readActiveTab();
    const { page, number } = await detectAddress(address);
    if (!page.link) {
      say(t('panel.add-page.no-address'), false);
      return;
    }
    session?.addItem(page);
    if (reportCase.page.link === null) await storeCase({ ...reportCase, page, platform: number });
  }

  const openPlainPage = (address: string) => void openTab(address);
  const platformName = (id: string) => platforms.find((platform) => platform.id === id)?.name ?? id;
  const nameOf = (id: string) => view.steps.find(({ body }) => body === id)?.name ?? platformName(id);
  const record = (written: NotesView) => formatRecord(written, t, { nameOf, now: Date.now() });

  function erase(): void {
    void session?.eraseNow('all');
    void storeCase(null);
    actions.showCase(NO_CASE, null);
    say('', true);
  }

  const steps = (
    <section class="stack section" aria-labelledby="panel-steps-title">
      <h2 id="panel-steps-title">{t('panel.steps')}</h2>
      <StepList
        steps={view.steps}
        child={child}
        hideSources={view.hidden.includes('sources')}
        onOpen={open}
        progress={(step) =>
          session &&
          !child && (
            <StepProgress
              step={step}
              notesOff={notesOff}
              done={notes?.steps.find(({ body }) => body === step.body) ?? null}
              onReported={(reported) => session.setReported(step.body, reported)}
              onReference={(reference) => session.setReference(step.body, reference)}
              onLeaveReference={() => session.leaveField(`reference/${step.body}`)}
              onSettleReference={(reference) => void session.settleField(`reference/${step.body}`, reference)}
              onCopy={copy}
            />
          )
        }
      />
    </section>
  );

  return (
    <>
      <header class="stack">
        <h1>{t(child ? 'panel.title.child' : 'panel.title')}</h1>
        <SafetyLines number={view.emergencyNumber} audience={audience} />
        <SaidLine said={said} />
      </header>
      <main class="stack">
        {child && <p class="notice notice-good">{t('child.kind-words')}</p>}
        {choosing ? (
          <PlatformChoice
            names={platforms}
            onClose={() => setChoosing(false)}
            onChoose={async (number) => {
              await storeCase(await actions.choosePlatform(number));
              setChoosing(false);
            }}
          />
        ) : hasPlace ? (
          <PageLine
            page={reportCase.page}
            platformName={view.platformName}
            here={false}
            onCorrect={() => setChoosing(true)}
          />
        ) : (
          !child && (
            <div class="notice stack">
              <p>{t('panel.no-case')}</p>
              <button type="button" class="button" id="correct-page" onClick={() => setChoosing(true)}>
                {t('panel.choose-place')}
              </button>
            </div>
          )
        )}
        <SituationChoice
          situation={reportCase.situation}
          audience={audience}
          onChange={(situation) => void storeCase(actions.chooseSituation(situation))}
        />
        {child && steps}
        <Checklist lines={checklist(request)} />

        {session && !notesOff && !child && (
          <section class="stack section" aria-labelledby="details-title">
            <h2 id="details-title" tabIndex={-1}>
              {t('panel.details')}
            </h2>
            {session.reports().length > 1 && (
              <ReportChoice
                reports={session.reports()}
                nameOf={platformName}
                onShow={async (id) => {
                  session.show(id);
                  await storeCase(await showPage(session.get().items.at(-1) ?? NO_PAGE));
                }}
              />
            )}
            <p class="field-hint">{t('panel.details.hint')}</p>
            <Details
              key={session.get().id}
              session={session}
              nameOf={(platform) => platform && platformName(platform)}
              onCopy={copy}
              onAddPage={addPage}
              onStartAnother={() => {
                session.startAnother();
                void followNotes(t('reports.started'));
              }}
              onMoveItem={async (key) => {
                await session.moveToAnother(key);
                await followNotes(t('reports.moved'));
              }}
            />
            <button
              type="button"
              class="button button-primary"
              aria-disabled={everything ? undefined : true}
              onClick={() => everything && void copyAndSay(everything, t('panel.copied-all'))}
            >
              {t('panel.copy-all')}
            </button>
            <div class="stack" role="status">
              {session.status().messages.map((message) => (
                <p key={message.key} class="notice">
                  {t(message)}
                </p>
              ))}
            </div>
            <Record
              text={record(session.get())}
              onSave={() => saveText(record(session.get()), `${t('panel.record.file')}.txt`)}
              onPrint={printPage}
            />
            <Keeping session={session} onErase={erase} />
          </section>
        )}
        {notesOff && (
          <p class="notice">
            {t(scene.surroundings.policy.notes === 'off' ? 'panel.notes-off' : 'panel.notes-off.chosen')}
          </p>
        )}
        {!child && steps}

        <section class="stack section" aria-labelledby="next-title">
          <h2 id="next-title">{t('panel.next')}</h2>
          <p>{t(child ? 'panel.next.text.child' : 'panel.next.text')}</p>
          {!child && <p>{t('panel.encourage')}</p>}
        </section>
        {!view.hidden.includes('follow-up') && <FollowUp lines={followUp(request)} onOpen={openPlainPage} />}
        {!child && learnMore(request).length > 0 && (
          <section class="stack section" aria-labelledby="learn-title">
            <h2 id="learn-title">{t('panel.learn')}</h2>
            <ul class="list-plain stack">
              {learnMore(request).map(({ body, name, target }) => (
                <li key={body} class="row row-apart">
                  <span>{name}</span>
                  <button type="button" class="button" onClick={() => openPlainPage(target)}>
                    {t('panel.learn.open')}
                    <span class="visually-hidden">
                      : {name}, {t('step.opens-new-tab')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="stack section" aria-labelledby="care-title">
          <h2 id="care-title">{t('panel.care')}</h2>
          <p>{t(`panel.care.${audience}`)}</p>
        </section>
      </main>
    </>
  );
}
