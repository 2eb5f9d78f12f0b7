import { useEffect, useState } from 'preact/hooks';
import type { Audience } from '../../catalogue/types';
import type { SchoolPolicy } from '../../policy/school-policy';
import { firstScreenView } from '../../state/first-screen-view';
import { loadCountries, settle } from '../../state/load-scene';
import { parsePreferences } from '../../state/preferences';
import { detectAddress } from '../../state/records';
import { NO_CASE } from '../../state/report-case';
import type { Scene } from '../../state/scene';
import { FirstScreen, type FirstScreenActions } from '../../ui/first-screen';
import { useTranslation } from '../../ui/translation';

/** A page to show in the preview; the address leads to no video. */
const SAMPLE_ADDRESS = 'https://www.youtube.com/watch?v=00000000000';

const NOTHING_HAPPENS: FirstScreenActions = {
  onOpen: async () => {},
  onPanel: () => {},
  onOptions: () => {},
  onKeepCountry: () => {},
  onCountry: () => {},
  onCorrectPage: () => {},
  onSituation: () => {},
  onAudience: () => {},
  onErase: () => {},
};

/** The popup as it will be, made by the popup's own code from the policy in the form. */
export function Preview({ policy }: { policy: SchoolPolicy }) {
  const t = useTranslation();
  const [audience, setAudience] = useState<Audience>('child');
  const [scene, setScene] = useState<Scene | null>(null);

  useEffect(() => {
    let isCurrent = true;
    sceneFor(policy, audience).then((next) => {
      if (isCurrent) setScene(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [policy, audience]);

  const view = scene && firstScreenView(scene, false);
  return (
    <section class="stack admin-preview" aria-labelledby="preview">
      <h2 id="preview">{t('admin.preview.title')}</h2>
      <fieldset class="row">
        <legend class="visually-hidden">{t('admin.preview.audience')}</legend>
        {(['child', 'school-staff'] as const).map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="preview-audience" checked={audience === one} onChange={() => setAudience(one)} />
            {t(`admin.preview.${one}`)}
          </label>
        ))}
      </fieldset>
      {view && (
        <>
          {/* A picture of the popup: its buttons and numbers must not work from here. The list says the same in words. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a tab stop the keyboard could not scroll it */}
          <section class="admin-frame" aria-label={t('admin.preview.screen')} tabIndex={0}>
            <div class="admin-screen" inert>
              <FirstScreen view={view} actions={NOTHING_HAPPENS} />
            </div>
          </section>
          <ol class="visually-hidden">
            {view.steps.map((step) => (
              <li key={`${step.role} ${step.body} ${step.label.key}`}>
                {step.name}: {t(step.label)}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

async function sceneFor(policy: SchoolPolicy, audience: Audience): Promise<Scene> {
  const { settings, ...surroundings } = await settle(parsePreferences({}), policy);
  const [countries, { page, number, platform }] = await Promise.all([
    loadCountries(settings),
    detectAddress(SAMPLE_ADDRESS),
  ]);
  return {
    reportCase: { ...NO_CASE, page, platform: number },
    platform,
    countries,
    surroundings: { ...surroundings, settings: { ...settings, audience } },
  };
}
