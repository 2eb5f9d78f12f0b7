import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownCodes } from '../../scripts/known-codes';
import { packageExtension } from '../../scripts/package-extension';
import type { Deployment } from '../../src/policy/outputs/deployment';
import { firefoxPolicies } from '../../src/policy/outputs/firefox-policies';
import { parsePolicy } from '../../src/policy/parse-policy';
import { SAMPLE_POLICIES } from '../policy/sample-policies';
import { THIRTY_FAULTS, THIRTY_FAULTY_KEYS } from '../policy/thirty-faults';
import { FIREFOX_PACKAGE, type Firefox, type FirefoxPage, launchFirefox } from './support/firefox';
import { FIREFOX_ID } from './support/firefox-id';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { withFirefoxPolicy } from './support/policy';
import { poll } from './support/poll';

const ADMIN_PATH = 'src/entrypoints/admin/index.html';
/** Firefox installs and removes what its policies name some time after its start. */
const SETTLES = 60_000;
const VIDEO = 'https://www.youtube.com/watch?v=00000000000';

// biome-ignore lint/performance/useDomNodeTextContent: what a person sees is meant, not what the tree holds
const textOf = (page: FirefoxPage) => page.evaluate(() => document.body.innerText);
const sample = (name: string) =>
  JSON.parse(SAMPLE_POLICIES.find((one) => one.name === name)!.text) as Record<string, unknown>;

// The package is not signed: `launchFirefox` sets the preference by which Firefox ESR accepts that. A release of
// Firefox would refuse it, so what is not proven here is the signature alone.
describe('a school that installs Signpost in Firefox by policies.json', () => {
  let web: OfflineWeb;
  const place = mkdtempSync(join(tmpdir(), 'signpost-school-'));
  const xpi = join(place, 'signpost.xpi');

  beforeAll(async () => {
    web = await startOfflineWeb();
    packageExtension(FIREFOX_PACKAGE, xpi);
  });
  afterAll(async () => {
    await web?.stop();
    rmSync(place, { recursive: true, force: true });
  });

  /** The finished policies, as the administrator's page writes them. */
  function finished(settings: unknown): object {
    const deployment = { settings, firefoxId: FIREFOX_ID, firefoxInstallUrl: pathToFileURL(xpi).href } as Deployment;
    return (JSON.parse(firefoxPolicies(deployment)) as { policies: object }).policies;
  }

  async function onDevice(profile: string, during: (firefox: Firefox) => Promise<void>): Promise<void> {
    const firefox = await launchFirefox({ extension: null, extensionId: FIREFOX_ID, web, profile });
    try {
      await during(firefox);
    } finally {
      await firefox.close();
    }
  }

  const addOn = (firefox: Firefox) =>
    firefox.inBrowserWindow<{ active: boolean; removable: boolean } | null>(`(async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID(${JSON.stringify(FIREFOX_ID)});
      return addon && {
        active: addon.isActive,
        removable: Boolean(addon.permissions & (AddonManager.PERM_CAN_UNINSTALL | AddonManager.PERM_CAN_DISABLE)),
      };
    })()`);

  it('arrives installed and configured, cannot be removed, and follows the policy at each start', async () => {
    const profile = mkdtempSync(join(place, 'follows-'));
    await withFirefoxPolicy(finished(sample('irish-school')), async (change) => {
      await onDevice(profile, async (firefox) => {
        await poll('the extension is installed', async () => (await addOn(firefox))?.active, SETTLES);
        expect(await addOn(firefox)).toEqual({ active: true, removable: false });
        await firefox.open(VIDEO);
        const popup = await firefox.openPopup();
        await poll('the contact is shown', async () => (await textOf(popup)).includes('Máire Ní Bhriain'));
        expect(await textOf(popup)).toContain('112');
        expect(await textOf(popup)).not.toContain('I’m staff');
        const managed = await popup.evaluate(() =>
          (globalThis as unknown as { browser: typeof chrome }).browser.storage.managed.get(),
        );
        expect(parsePolicy(managed, knownCodes())).toEqual(parsePolicy(sample('irish-school'), knownCodes()));
      });

      change(finished(sample('us-district')));
      await onDevice(profile, async (firefox) => {
        await poll('the extension is installed', async () => (await addOn(firefox))?.active, SETTLES);
        await firefox.open(VIDEO);
        const popup = await firefox.openPopup();
        await poll('the new contact is shown', async () => (await textOf(popup)).includes('Ms Rivera'));
        expect(await textOf(popup)).not.toContain('Máire Ní Bhriain');
      });

      change({ ExtensionSettings: { [FIREFOX_ID]: { installation_mode: 'blocked' } } });
      await onDevice(profile, async (firefox) => {
        await poll('the extension is gone', async () => (await addOn(firefox)) === null, SETTLES);
      });
    });
  });

  it('names all 30 faults, since Firefox hands everything on, and still shows what is good', async () => {
    const profile = mkdtempSync(join(place, 'faults-'));
    await withFirefoxPolicy(finished(THIRTY_FAULTS), async () => {
      await onDevice(profile, async (firefox) => {
        await poll('the extension is installed', async () => (await addOn(firefox))?.active, SETTLES);
        const admin = await firefox.openExtensionPage(ADMIN_PATH);
        const keys = () =>
          admin.evaluate(() =>
            [...document.querySelectorAll('[aria-labelledby="device-policy"] .policy-faults li code')].map(
              (code) => code.textContent,
            ),
          );
        await poll('the faults are listed', async () => (await keys()).length > 0);
        expect(await keys()).toEqual(THIRTY_FAULTY_KEYS);

        await firefox.open(VIDEO);
        const popup = await firefox.openPopup();
        // Its audience could not be used, so the screen is an adult's and the person may change it.
        await popup.click('button', 'I’m under 18');
        const held = () => popup.evaluate(() => document.body.textContent ?? '');
        await poll('a good contact is there', async () => (await held()).includes('Ms Good'));
        expect(await held()).not.toContain('javascript:');
      });
    });
  });
});
