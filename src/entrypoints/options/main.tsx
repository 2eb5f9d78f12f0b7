import { render } from 'preact';
import { readPolicy } from '../../browser/managed-policy';
import { readShortcuts } from '../../browser/shortcuts';
import { DEFAULT_COUNTRY } from '../../catalogue/codes';
import common from '../../locales/en/common.json';
import options from '../../locales/en/options.json';
import policy from '../../locales/en/policy.json';
import search from '../../locales/en/search.json';
import { createTranslator } from '../../locales/translate';
import { readSurroundings } from '../../state/load-scene';
import { loadCountryNames } from '../../state/names';
import { Translation } from '../../ui/translation';
import { OptionsPage } from './options-page';

const place = document.getElementById('options')!;
const t = createTranslator({ ...common, ...policy, ...options, ...search });
document.title = t('options.title');

try {
  const [surroundings, policyValue, countries, shortcuts] = await Promise.all([
    readSurroundings(),
    readPolicy(),
    loadCountryNames(),
    readShortcuts(),
  ]);
  render(
    <Translation.Provider value={t}>
      <OptionsPage
        surroundings={surroundings}
        policyValue={policyValue}
        countries={countries.filter(({ code }) => code !== DEFAULT_COUNTRY)}
        shortcuts={shortcuts}
      />
    </Translation.Provider>,
    place,
  );
} catch (error) {
  const { showError } = await import('../show-error');
  await showError(place, error);
}
