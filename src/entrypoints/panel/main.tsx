import { render } from 'preact';
import checklist from '../../locales/en/checklist.json';
import common from '../../locales/en/common.json';
import notes from '../../locales/en/notes.json';
import panel from '../../locales/en/panel.json';
import plan from '../../locales/en/plan.json';
import { createTranslator } from '../../locales/translate';
import { loadCaseScene } from '../../state/load-scene';
import { Translation } from '../../ui/translation';
import { Panel } from './panel';

const { scene, windowId, private: isPrivate } = await loadCaseScene();

render(
  <Translation.Provider value={createTranslator({ ...common, ...plan, ...checklist, ...notes, ...panel })}>
    <Panel first={scene} windowId={windowId} private={isPrivate} />
  </Translation.Provider>,
  document.getElementById('panel')!,
);
