import { IS_FIREFOX } from '../../browser/extension-api';
import { readShortcuts } from '../../browser/shortcuts';
import { DEFAULT_COUNTRY } from '../../catalogue/codes';
import common from '../../locales/en/common.json';
import options from '../../locales/en/options.json';
import search from '../../locales/en/search.json';
import welcome from '../../locales/en/welcome.json';
import { readSurroundings } from '../../state/load-scene';
import { loadCountryNames } from '../../state/names';
import { showPage } from '../show-page';
import { WelcomePage } from './welcome-page';

await showPage('welcome', 'welcome.title', { ...common, ...options, ...search, ...welcome }, async () => {
  const [surroundings, countries, shortcuts] = await Promise.all([
    readSurroundings(),
    loadCountryNames(),
    readShortcuts(),
  ]);
  return (
    <WelcomePage
      surroundings={surroundings}
      countries={countries.filter(({ code }) => code !== DEFAULT_COUNTRY)}
      shortcut={shortcuts.find(({ command }) => command === '_execute_action')?.keys ?? ''}
      howToPin={IS_FIREFOX ? 'welcome.pin.firefox' : 'welcome.pin.chrome'}
    />
  );
});
