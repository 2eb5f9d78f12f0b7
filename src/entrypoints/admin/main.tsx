import { render } from 'preact';
import { browser, IS_FIREFOX } from '../../browser/extension-api';
import { readPolicy } from '../../browser/managed-policy';
import admin from '../../locales/en/admin.json';
import common from '../../locales/en/common.json';
import plan from '../../locales/en/plan.json';
import policy from '../../locales/en/policy.json';
import { createTranslator } from '../../locales/translate';
import { loadCountryNames } from '../../state/names';
import { Translation } from '../../ui/translation';
import { AdminPage } from './admin-page';

const t = createTranslator({ ...common, ...plan, ...policy, ...admin });
document.title = t('admin.title');

const [countries, devicePolicy] = await Promise.all([loadCountryNames(), readPolicy()]);
const { id } = browser.runtime;
const manifest = browser.runtime.getManifest();

render(
  <Translation.Provider value={t}>
    <AdminPage
      countries={countries.filter(({ code }) => code !== 'ZZ')}
      devicePolicy={devicePolicy}
      extensionId={IS_FIREFOX ? '' : id}
      firefoxId={manifest.browser_specific_settings?.gecko?.id ?? (IS_FIREFOX ? id : '')}
    />
  </Translation.Provider>,
  document.getElementById('admin')!,
);
