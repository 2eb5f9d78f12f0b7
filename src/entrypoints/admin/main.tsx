import { render } from 'preact';
import { extensionIds } from '../../browser/extension-ids';
import { readPolicy } from '../../browser/managed-policy';
import { DEFAULT_COUNTRY } from '../../catalogue/codes';
import admin from '../../locales/en/admin.json';
import common from '../../locales/en/common.json';
import plan from '../../locales/en/plan.json';
import policy from '../../locales/en/policy.json';
import { createTranslator } from '../../locales/translate';
import { loadCountryNames } from '../../state/names';
import { Translation } from '../../ui/translation';
import { AdminPage } from './admin-page';

const place = document.getElementById('admin')!;
const t = createTranslator({ ...common, ...plan, ...policy, ...admin });
document.title = t('admin.title');

try {
  const [countries, devicePolicy] = await Promise.all([loadCountryNames(), readPolicy()]);
  const ids = extensionIds();
  render(
    <Translation.Provider value={t}>
      <AdminPage
        countries={countries.filter(({ code }) => code !== DEFAULT_COUNTRY)}
        devicePolicy={devicePolicy}
        extensionId={ids.chromium}
        firefoxId={ids.firefox}
      />
    </Translation.Provider>,
    place,
  );
} catch (error) {
  const { showError } = await import('../show-error');
  await showError(place, error);
}
