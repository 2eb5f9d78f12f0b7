import { render } from 'preact';
import { IS_FIREFOX } from '../../browser/extension-api';
import { readShortcuts } from '../../browser/shortcuts';
import { DEFAULT_COUNTRY } from '../../catalogue/codes';
import common from '../../locales/en/common.json';
import options from '../../locales/en/options.json';
import search from '../../locales/en/search.json';
import welcome from '../../locales/en/welcome.json';
import { createTranslator } from '../../locales/translate';
import { readSurroundings } from '../../state/load-scene';
import { loadCountryNames } from '../../state/names';
import { Translation } from '../../ui/translation';
import { WelcomePage } from './welcome-page';

const place = document.getElementById('welcome')!;
const t = createTranslator({ ...common, ...options, ...search, ...welcome });
document.title = t('welcome.title');

try {
  const [surroundings, countries, shortcuts] = await Promise.all([
    readSurroundings(),
    loadCountryNames(),
    readShortcuts(),
  ]);
  render(
    <Translation.Provider value={t}>
      <WelcomePage
        surroundings={surroundings}
        countries={countries.filter(({ code }) => code !== DEFAULT_COUNTRY)}
        shortcut={shortcuts.find(({ command }) => command === '_execute_action')?.keys ?? ''}
        howToPin={IS_FIREFOX ? 'welcome.pin.firefox' : 'welcome.pin.chrome'}
      />
    </Translation.Provider>,
    place,
  );
} catch (error) {
  const { showError } = await import('../show-error');
  await showError(place, error);
}
