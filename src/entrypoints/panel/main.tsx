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

const place = document.getElementById('panel')!;
const t = createTranslator({ ...common, ...plan, ...checklist, ...notes, ...panel });

try {
  const { scene, windowId, private: isPrivate } = await loadCaseScene();
  render(
    <Translation.Provider value={t}>
      <Panel first={scene} windowId={windowId} private={isPrivate} />
    </Translation.Provider>,
    place,
  );
} catch (error) {
  const { showError } = await import('../show-error');
  await showError(place, t, error);
}
