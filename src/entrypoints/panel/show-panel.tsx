import { render } from 'preact';
import checklist from '../../locales/en/checklist.json';
import common from '../../locales/en/common.json';
import followUp from '../../locales/en/follow-up.json';
import notes from '../../locales/en/notes.json';
import panel from '../../locales/en/panel.json';
import plan from '../../locales/en/plan.json';
import reports from '../../locales/en/reports.json';
import search from '../../locales/en/search.json';
import { createTranslator } from '../../locales/translate';
import { ignoreSecondClicks } from '../../ui/ignore-second-clicks';
import { Translation } from '../../ui/translation';
import type { ShowScreen } from '../start';
import { Panel } from './panel';

export const show: ShowScreen = (place, { scene, windowId, private: isPrivate }) => {
  ignoreSecondClicks();
  const t = createTranslator({
    ...common,
    ...plan,
    ...checklist,
    ...followUp,
    ...notes,
    ...panel,
    ...reports,
    ...search,
  });
  render(
    <Translation.Provider value={t}>
      <Panel first={scene} windowId={windowId} private={isPrivate} />
    </Translation.Provider>,
    place,
  );
};
