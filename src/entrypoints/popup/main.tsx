import { render } from 'preact';
import common from '../../locales/en/common.json';
import plan from '../../locales/en/plan.json';
import { createTranslator } from '../../locales/translate';
import { loadOpenedScene } from '../../state/load-scene';
import { Translation } from '../../ui/translation';
import { fitWidth } from './fit-width';
import { Popup } from './popup';

const { scene, windowId, private: isPrivate } = await loadOpenedScene();

render(
  <Translation.Provider value={createTranslator({ ...common, ...plan })}>
    <Popup first={scene} windowId={windowId} private={isPrivate} />
  </Translation.Provider>,
  document.getElementById('popup')!,
);

addEventListener('resize', fitWidth);
