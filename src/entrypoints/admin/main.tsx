import { extensionIds } from '../../browser/extension-ids';
import { readPolicy } from '../../browser/managed-policy';
import { DEFAULT_COUNTRY } from '../../catalogue/codes';
import admin from '../../locales/en/admin.json';
import common from '../../locales/en/common.json';
import plan from '../../locales/en/plan.json';
import policy from '../../locales/en/policy.json';
import { loadCountryNames } from '../../state/names';
import { showPage } from '../show-page';
import { AdminPage } from './admin-page';

await showPage('admin', 'admin.title', { ...common, ...plan, ...policy, ...admin }, async () => {
  const [countries, devicePolicy] = await Promise.all([loadCountryNames(), readPolicy()]);
  const ids = extensionIds();
  return (
    <AdminPage
      countries={countries.filter(({ code }) => code !== DEFAULT_COUNTRY)}
      devicePolicy={devicePolicy}
      extensionId={ids.chromium}
      firefoxId={ids.firefox}
    />
  );
});
