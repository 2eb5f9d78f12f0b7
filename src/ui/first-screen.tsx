import type { Audience, Situation } from '../catalogue/types';
import type { HideableSection } from '../policy/school-policy';
import type { FirstScreenView } from '../state/first-screen-view';
import { EmergencyLine } from './emergency-line';
import { PageLine } from './page-line';
import { SituationChoice } from './situation-choice';
import type { StepActions } from './step-item';
import { StepList } from './step-list';
import { useTranslation } from './translation';

export interface FirstScreenActions extends StepActions {
  onCorrectPage: () => void;
  onCountry: () => void;
  onSituation: (situation: Situation) => void;
  onAudience: (audience: Audience) => void;
  onPanel: () => void;
  onOptions: () => void;
  onErase: () => void;
}

/** The first screen; it reads nothing by itself, so the administrator's page can show it too. */
export function FirstScreen({ view, actions }: { view: FirstScreenView; actions: FirstScreenActions }) {
  const t = useTranslation();
  const child = view.audience === 'child';
  const shows = (section: HideableSection) => !view.hidden.includes(section);
  const hasPlace = view.page.link !== null || view.platformName !== null;

  const page = hasPlace && (
    <PageLine page={view.page} platformName={view.platformName} onCorrect={actions.onCorrectPage} />
  );
  const situation = (
    <SituationChoice situation={view.situation} audience={view.audience} onChange={actions.onSituation} />
  );
  const steps = (
    <StepList steps={view.steps} child={child} hideMore={!shows('more-steps')} onOpen={actions.onOpen} />
  );

  return (
    <>
      <header class="row row-apart screen-head">
        <h1 class="wordmark">{t('app.name')}</h1>
        <div class="row">
          {view.countryLocked ? (
            <span class="soft small">{view.countryName}</span>
          ) : (
            <button
              type="button"
              class="button button-quiet"
              aria-label={t('country.change', { name: view.countryName })}
              title={view.countryGuessed ? t('country.guessed') : undefined}
              onClick={actions.onCountry}
            >
              {view.countryName}
            </button>
          )}
          {shows('options') && !child && (
            <button type="button" class="button button-quiet" onClick={actions.onOptions}>
              {t('options.open')}
            </button>
          )}
        </div>
      </header>
      <main class="stack">
        <EmergencyLine number={view.emergencyNumber} audience={view.audience} />
        <p class="strong">{t(`safe.line.${view.audience}`)}</p>
        {child && <p class="notice notice-good">{t('child.kind-words')}</p>}
        {view.schoolMessage && <p class="notice school-message">{view.schoolMessage}</p>}
        {child ? (
          <>
            {steps}
            {page}
            {situation}
          </>
        ) : (
          <>
            {page}
            {situation}
            {steps}
          </>
        )}
      </main>
      <footer class="row row-apart section screen-foot">
        {shows('notes') && (
          <button type="button" class="button" onClick={actions.onPanel}>
            {t('panel.open')}
          </button>
        )}
        {view.hasNotes && (
          <button type="button" class="button button-quiet" onClick={actions.onErase}>
            {t('erase.now')}
          </button>
        )}
        {shows('audience-switch') &&
          view.audienceSwitches.map((audience) => (
            <button
              key={audience}
              type="button"
              class="button button-quiet"
              onClick={() => actions.onAudience(audience)}
            >
              {t(`audience.switch.${audience}`)}
            </button>
          ))}
      </footer>
    </>
  );
}
