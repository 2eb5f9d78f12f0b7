import { render } from 'preact';
import common from '../../locales/en/common.json';
import plan from '../../locales/en/plan.json';
import { createTranslator } from '../../locales/translate';
import { stepsOf } from '../../state/first-screen-view';
import { ignoreSecondClicks } from '../../ui/ignore-second-clicks';
import { loadStepHow, standsOpen } from '../../ui/step-item';
import { Translation } from '../../ui/translation';
import type { ShowScreen } from '../start';
import { Popup } from './popup';

export const show: ShowScreen = async (place, { scene, windowId, private: isPrivate }) => {
  ignoreSecondClicks();
  const t = createTranslator({ ...common, ...plan });
  // Without a page the first question is where it was. A child need not say that: telling somebody comes first.
  const asksWhere = scene.reportCase.page.link === null && scene.surroundings.settings.audience !== 'child';
  const search = asksWhere ? await (await import('./load-search')).loadPlatformSearch() : null;
  const [step] = stepsOf(scene);
  if (step && standsOpen(step)) await loadStepHow();
  render(
    <Translation.Provider value={t}>
      <Popup first={scene} firstSearch={search} windowId={windowId} private={isPrivate} />
    </Translation.Provider>,
    place,
  );
};
