import type { ComponentChildren } from 'preact';
import type { Audience, Situation } from '../catalogue/types';
import type { HideableSection } from '../policy/school-policy';
import type { FirstScreenView } from '../state/first-screen-view';
import { CountryQuestion } from './country-question';
import { PageLine } from './page-line';
import { SafetyLines } from './safety-lines';
import { SituationChoice } from './situation-choice';
import { StepList } from './step-list';
import { useTranslation } from './translation';
import type { WayActions } from './way';

export interface FirstScreenActions extends WayActions {
  onCorrectPage: () => void;
  /** The guessed country is right. */
  onKeepCountry: () => void;
  onCountry: () => void;
  onSituation: (situation: Situation) => void;
  onAudience: (audience: Audience) => void;
  onPanel: () => void;
  onOptions: () => void;
  onErase: () => void;
}

interface Props {
  view: FirstScreenView;
  actions: FirstScreenActions;
  /** False where the page is not the one in this tab. */
  here?: boolean;
  /** False where the browser knows that it is offline. */
  online?: boolean;
  /** A search that stands in the place of the steps for as long as it is open. */
  search?: ComponentChildren;
}

/** The first screen; it reads nothing by itself, so the administrator's page can show it too. */
export function FirstScreen({ view, actions, here = true, online = true, search }: Props) {
  const t = useTranslation();
  const child = view.audience === 'child';
  const shows = (section: HideableSection) => !view.hidden.includes(section);

  const page = (view.hasPlace || !child) && (
    <PageLine page={view.page} platformName={view.platformName} here={here} onCorrect={actions.onCorrectPage} />
  );
  const situation = (
    <SituationChoice situation={view.situation} audience={view.audience} onChange={actions.onSituation} />
  );
  const steps = (
    <StepList
      // Another plan is another list: what was opened in the one before does not stay open in it.
      key={`${view.situation} ${view.audience} ${view.countryName}`}
      steps={view.steps}
      child={child}
      hideSources={!shows('sources')}
      onOpen={actions.onOpen}
    />
  );

  return (
    <>
      <header class="row row-apart screen-head">
        <h1 class="wordmark" id="screen-title" tabIndex={-1}>
          {t('app.name')}
        </h1>
        <div class="row">
          {view.countryLocked && <span class="soft small">{view.countryName}</span>}
          {!view.countryLocked && !view.countryGuessed && (
            <button
              type="button"
              class="button button-quiet"
              id="change-country"
              aria-label={t('country.change', { name: view.countryName })}
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
        <SafetyLines number={view.emergencyNumber} audience={view.audience} />
        {view.countryGuessed && !search && (
          <CountryQuestion name={view.countryName} onYes={actions.onKeepCountry} onChange={actions.onCountry} />
        )}
        {!online && <p class="notice">{t('offline')}</p>}
        {search ?? (
          <>
            {child && <p class="notice notice-good">{t('child.kind-words')}</p>}
            {view.schoolMessage && <p class="notice school-message">{view.schoolMessage}</p>}
            {!child && page}
            {!child && situation}
            {steps}
            {child && situation}
            {child && page}
          </>
        )}
      </main>
      <footer class="row row-apart section screen-foot">
        {/* The checklist is in the panel, and no school can hide that. */}
        <button type="button" class="button" onClick={actions.onPanel}>
          {t(child || !shows('notes') ? 'panel.open.child' : 'panel.open')}
        </button>
        {view.hasNotes && (
          <button type="button" class="button button-quiet" onClick={actions.onErase}>
            {t('erase.now')}
          </button>
        )}
        {shows('audience-switch') && view.audienceSwitches.length > 0 && (
          <div class="row">
            {view.audienceSwitches.map((audience) => (
              <button
                key={audience}
                type="button"
                class="button button-quiet"
                onClick={() => actions.onAudience(audience)}
              >
                {t(`audience.switch.${audience}`)}
              </button>
            ))}
          </div>
        )}
      </footer>
    </>
  );
}
