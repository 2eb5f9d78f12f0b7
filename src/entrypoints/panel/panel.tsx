import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { copyText } from '../../browser/clipboard';
import { openForm } from '../../browser/open-form';
import { openTab } from '../../browser/tabs';
import { referenceField } from '../../notes/field-names';
import { formatDetails } from '../../notes/format-details';
import { checklist } from '../../plan/checklist';
import { followUp } from '../../plan/follow-up';
import { learnMore } from '../../plan/learn-more';
import type { PlanStep } from '../../plan/report-plan';
import { firstScreenView } from '../../state/first-screen-view';
import { orderOfForm } from '../../state/order-of-form';
import { withoutPage } from '../../state/report-case';
import { requestOf, type Scene } from '../../state/scene';
import { useReport } from '../../state/use-report';
import { useScene } from '../../state/use-scene';
import { Checklist } from '../../ui/checklist';
import { focusOn } from '../../ui/focus-on';
import { OfficialPages } from '../../ui/official-pages';
import { PageLine } from '../../ui/page-line';
import { PlatformChoice } from '../../ui/platform-choice';
import { refuseDrops } from '../../ui/refuse-drops';
import { SafetyLines } from '../../ui/safety-lines';
import { SaidLine, useSaid } from '../../ui/said';
import { SituationChoice } from '../../ui/situation-choice';
import { StepList } from '../../ui/step-list';
import { StepProgress } from '../../ui/step-progress';
import { useTranslation } from '../../ui/translation';
import { DetailsSection } from './details-section';
import { usePanelCase } from './use-panel-case';

interface Props {
  first: Scene;
  windowId: number | null;
  private: boolean;
}

/** The panel beside the form: checklist, details to paste, what was done, what comes next, and care. */
export function Panel({ first, windowId, private: isPrivate }: Props) {
  const t = useTranslation();
  const [given, actions] = useScene(first);
  // Where nothing may be noted, nothing of the page that another window named stands here either.
  const scene = useMemo(
    () =>
      given.surroundings.settings.notes === 'off' ? { ...given, reportCase: withoutPage(given.reportCase) } : given,
    [given],
  );
  const [said, say] = useSaid();
  const { session, open: openNotes } = useReport(isPrivate, scene.surroundings.settings.notes);
  const { reportCase } = scene;
  const { audience } = scene.surroundings.settings;
  const child = audience === 'child';
  const request = requestOf(scene);
  const notes = session?.get() ?? null;
  const view = firstScreenView(scene, notes !== null && !notes.empty);
  const notesOff = view.hidden.includes('notes');
  const [choosing, setChoosing] = useState(false);
  const [notOpened, setNotOpened] = useState(false);
  const panelCase = usePanelCase(scene, actions, session, {
    hasPlace: view.hasPlace,
    onOther: () => setChoosing(false),
  });
  const choseBefore = useRef(false);

  useEffect(() => {
    openNotes().catch(() => setNotOpened(true));
  }, [openNotes]);
  useEffect(() => {
    if (choseBefore.current && !choosing) focusOn('correct-page', 'panel-title');
    choseBefore.current = choosing;
  }, [choosing]);
  useEffect(() => refuseDrops(() => say(t('notes.refused.picture'), false)), [t]);

  async function copy(text: string, copied: string): Promise<void> {
    const done = await copyText(text);
    say(done ? copied : t('panel.copy-failed'), done);
  }

  async function open(step: PlanStep, address: string): Promise<void> {
    session?.markOpened(step.body);
    const details = formatDetails(reportCase.page, session?.get() ?? null, orderOfForm(step));
    const copied = await openForm({ address, details, windowId, withPanel: false });
    say(t(copied ? 'step.opened' : 'step.opened-not-copied'), copied);
  }

  const openPlainPage = (address: string) => void openTab(address);
  const nameOf = (id: string) => view.steps.find(({ body }) => body === id)?.name ?? panelCase.platformName(id);

  function erase(): void {
    void session?.eraseNow('all');
    panelCase.forget();
    setChoosing(false);
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
              onLeaveReference={() => session.leaveField(referenceField(step.body))}
              onSettleReference={(reference) => void session.settleField(referenceField(step.body), reference)}
              onCopy={(text, what) => copy(text, t('panel.copied', { what }))}
            />
          )
        }
      />
    </section>
  );

  return (
    <>
      <header class="stack">
        <h1 id="panel-title" tabIndex={-1}>
          {t(child ? 'panel.title.child' : 'panel.title')}
        </h1>
        <SafetyLines number={view.emergencyNumber} audience={audience} />
        <SaidLine said={said} />
      </header>
      <main class="stack">
        {child && <p class="notice notice-good">{t('child.kind-words')}</p>}
        {choosing ? (
          <PlatformChoice
            names={panelCase.platforms}
            onClose={() => setChoosing(false)}
            onChoose={async (number) => {
              await panelCase.choosePlatform(number);
              setChoosing(false);
            }}
          />
        ) : view.hasPlace ? (
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
        <SituationChoice situation={reportCase.situation} audience={audience} onChange={panelCase.chooseSituation} />
        {child && steps}
        <Checklist lines={checklist(request)} />

        {session && !notesOff && !child && (
          <DetailsSection
            session={session}
            panelCase={panelCase}
            everything={formatDetails(reportCase.page, notes)}
            nameOf={nameOf}
            say={say}
            onCopy={copy}
            onErase={erase}
          />
        )}
        {notOpened && !session && !notesOff && !child && <p class="notice">{t('notes.not-noted')}</p>}
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
        {!view.hidden.includes('follow-up') && (
          <OfficialPages
            id="follow-up-title"
            title={t('panel.if-nothing')}
            action={t('plan.action.site')}
            pages={followUp(request).map(({ id, text, target }) => ({ id, text: t(text), name: null, target }))}
            onOpen={openPlainPage}
          />
        )}
        {!child && (
          <OfficialPages
            id="learn-title"
            title={t('panel.learn')}
            action={t('panel.learn.open')}
            pages={learnMore(request).map(({ body, name, target }) => ({ id: body, text: name, name, target }))}
            onOpen={openPlainPage}
          />
        )}
        <section class="stack section" aria-labelledby="care-title">
          <h2 id="care-title">{t('panel.care')}</h2>
          <p>{t(`panel.care.${audience}`)}</p>
        </section>
      </main>
    </>
  );
}
