import { render } from 'preact';
import common from '../../locales/en/common.json';
import plan from '../../locales/en/plan.json';
import { createTranslator } from '../../locales/translate';
import { loadOpenedScene } from '../../state/load-scene';
import { Translation } from '../../ui/translation';
import { fitScreen, fitWidth } from './fit-width';
import { Popup } from './popup';

const place = document.getElementById('popup')!;
const t = createTranslator({ ...common, ...plan });

try {
  const { scene, windowId, private: isPrivate } = await loadOpenedScene();
  render(
    <Translation.Provider value={t}>
      <Popup first={scene} windowId={windowId} private={isPrivate} />
    </Translation.Provider>,
    place,
  );
} catch (error) {
  const { showError } = await import('../show-error');
  await showError(place, t, error);
}

fitScreen();
addEventListener('resize', fitWidth);
