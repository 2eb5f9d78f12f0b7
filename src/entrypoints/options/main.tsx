import { readPolicy } from '../../browser/managed-policy';
import { readShortcuts } from '../../browser/shortcuts';
import { DEFAULT_COUNTRY } from '../../catalogue/codes';
import common from '../../locales/en/common.json';
import options from '../../locales/en/options.json';
import policy from '../../locales/en/policy.json';
import search from '../../locales/en/search.json';
import { readSurroundings } from '../../state/load-scene';
import { loadCountryNames } from '../../state/names';
import { showPage } from '../show-page';
import { OptionsPage } from './options-page';

await showPage('options', 'options.title', { ...common, ...policy, ...options, ...search }, async () => {
  const [surroundings, policyValue, countries, shortcuts] = await Promise.all([
    readSurroundings(),
    readPolicy(),
    loadCountryNames(),
    readShortcuts(),
  ]);
  return (
    <OptionsPage
      surroundings={surroundings}
      policyValue={policyValue}
      countries={countries.filter(({ code }) => code !== DEFAULT_COUNTRY)}
      shortcuts={shortcuts}
    />
  );
});
