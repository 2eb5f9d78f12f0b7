import { useState } from 'preact/hooks';
import { storeCase } from '../../browser/case-store';
import { openForm } from '../../browser/open-form';
import { openPanel } from '../../browser/panel';
import { openOptions } from '../../browser/tabs';
import { formatDetails } from '../../notes/format-details';
import type { PlanStep } from '../../plan/report-plan';
import { firstScreenView } from '../../state/first-screen-view';
import { loadCountryNames, loadPlatformNames } from '../../state/names';
import type { Scene } from '../../state/scene';
import { useReport } from '../../state/use-report';
import { useScene } from '../../state/use-scene';
import { CountryChoice } from '../../ui/country-choice';
import { EmergencyLine } from '../../ui/emergency-line';
import { FirstScreen } from '../../ui/first-screen';
import { PlatformChoice } from '../../ui/platform-choice';
import { useTranslation } from '../../ui/translation';

interface Props {
  first: Scene;
  windowId: number | null;
  private: boolean;
}

/** The popup: the first screen, or one of the two searches in its place. */
export function Popup({ first, windowId, private: isPrivate }: Props) {
  const t = useTranslation();
  const [scene, actions] = useScene(first);
  const hadPage = first.reportCase.page.link !== null;
  const [shown, setShown] = useState<'screen' | 'country' | 'platform'>(hadPage ? 'screen' : 'platform');
  const [said, setSaid] = useState('');
  const session = useReport(isPrivate, scene.surroundings.policy);
  const { reportCase } = scene;
  const view = firstScreenView(scene, session !== null && !session.get().empty);

  /** Everything the panel needs to know is stored before the popup can close. */
  function handOver(): void {
    void storeCase(reportCase);
    if (session && (reportCase.page.link || reportCase.page.platform)) session.addItem(reportCase.page);
  }

  async function open(step: PlanStep, address: string): Promise<void> {
    handOver();
    session?.markOpened(step.body);
    const details = formatDetails(reportCase.page, session?.get() ?? null, t);
    const copied = await openForm({ address, details, windowId, withPanel: true });
    setSaid(t(copied ? 'step.opened' : 'step.opened-not-copied'));
  }

  function showPanel(): void {
    handOver();
    void openPanel(windowId);
  }

  return (
    <>
      {shown === 'country' && (
        <CountryChoice
          load={loadCountryNames}
          onClose={() => setShown('screen')}
          onChoose={async (country, subdivision) => {
            await actions.prefer({ country, subdivision });
            setShown('screen');
          }}
        />
      )}
      {shown === 'platform' && (
        <main class="stack">
          <h1 class="wordmark">{t('app.name')}</h1>
          <EmergencyLine number={view.emergencyNumber} audience={view.audience} />
          <p class="strong">{t(`safe.line.${view.audience}`)}</p>
          {!hadPage && <p>{t('page.no-address')}</p>}
          <PlatformChoice
            load={loadPlatformNames}
            onClose={hadPage ? () => setShown('screen') : null}
            onChoose={async (number) => {
              await actions.choosePlatform(number);
              setShown('screen');
            }}
          />
        </main>
      )}
      {shown === 'screen' && (
        <FirstScreen
          view={view}
          actions={{
            onOpen: open,
            onPanel: showPanel,
            onOptions: () => void openOptions(),
            onCountry: () => setShown('country'),
            onCorrectPage: () => setShown('platform'),
            onSituation: actions.chooseSituation,
            onAudience: (audience) => void actions.prefer({ audience }),
            onErase: () => {
              void session?.eraseNow('all');
              void storeCase(null);
              setSaid(t('erased'));
            },
          }}
        />
      )}
      <p role="status" class={said ? 'notice notice-good' : 'visually-hidden'}>
        {said}
      </p>
    </>
  );
}
