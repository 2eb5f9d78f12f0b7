import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownCodes } from '../../scripts/known-codes';
import optionsWords from '../../src/locales/en/options.json';
import sentences from '../../src/locales/en/policy.json';
import { createTranslator } from '../../src/locales/translate';
import { CHROME, type Deployment } from '../../src/policy/outputs/deployment';
import { managedJson } from '../../src/policy/outputs/managed-json';
import { parsePolicy } from '../../src/policy/parse-policy';
import type { PolicySettings } from '../../src/policy/policy-settings';
import { SAMPLE_POLICIES } from '../policy/sample-policies';
import { THIRTY_FAULTS, THIRTY_FAULTY_KEYS } from '../policy/thirty-faults';
import { CHROME_PACKAGE, type Chromium, launchChromium, OPTIONS_PATH, PANEL_PATH } from './support/chromium';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { withChromiumPolicy } from './support/policy';
import { poll } from './support/poll';
import { serveUpdates, type UpdateServer } from './support/school-fleet';

const ADMIN_PATH = 'src/entrypoints/admin/index.html';
const VIDEO = 'https://www.youtube.com/watch?v=00000000000';
/** Chromium follows a changed policy file after about five seconds, on a busy machine much later. */
const SETTLES = 60_000;

const t = createTranslator(sentences);
// biome-ignore lint/performance/useDomNodeTextContent: what a person sees is meant, not what the tree holds
const textOf = (page: Page) => page.evaluate(() => document.body.innerText);
const settingsOf = (name: string) =>
  JSON.parse(SAMPLE_POLICIES.find((sample) => sample.name === name)!.text) as PolicySettings;

describe('a school that installs Signpost by policy from its own update address', () => {
  let web: OfflineWeb;
  let updates: UpdateServer;

  beforeAll(async () => {
    web = await startOfflineWeb();
    updates = await serveUpdates(CHROME_PACKAGE);
  });
  afterAll(async () => {
    await updates?.stop();
    await web?.stop();
  });

  /** The finished policy for Linux, as the administrator's page writes it, and leave for the test to look inside. */
  function finished(settings: PolicySettings | Record<string, unknown>): object {
    const deployment = { settings, extensionId: updates.extensionId, updateUrl: updates.updateUrl } as Deployment;
    // Without it the debugging protocol hides what a policy installed.
    return { ...(JSON.parse(managedJson(deployment, CHROME)) as object), DeveloperToolsAvailability: 1 };
  }

  const onManagedDevice = (
    first: object,
    during: (chromium: Chromium, change: (policy: object | null) => void) => Promise<void>,
  ) =>
    withChromiumPolicy(first, async (change) => {
      const chromium = await launchChromium({ extension: null, web, backgroundNetworking: true });
      try {
        await chromium.worker(updates.extensionId);
        await during(chromium, change);
      } finally {
        await chromium.close();
      }
    });

  const saysSoon = (page: Page, words: string) =>
    poll(`the page says "${words}"`, async () => (await textOf(page)).includes(words), SETTLES);

  it('arrives installed, pinned and configured; cannot be removed; follows every change of the policy', async () => {
    await onManagedDevice(finished(settingsOf('uk-primary-school')), async (chromium, change) => {
      const id = updates.extensionId;
      expect(updates.asked).toContain('/signpost.crx');

      const worker = await chromium.worker(id);
      expect(await worker.evaluate(() => chrome.action.getUserSettings())).toMatchObject({ isOnToolbar: true });

      const extensions = await chromium.browser.newPage();
      await extensions.goto('chrome://extensions');
      const state = () =>
        extensions.evaluate(async (asked) => {
          const api = (
            chrome as unknown as {
              developerPrivate: { getExtensionInfo(id: string): Promise<Record<string, unknown>> };
            }
          ).developerPrivate;
          const { state: running, mustRemainInstalled, userMayModify, location } = await api.getExtensionInfo(asked);
          return { running, mustRemainInstalled, userMayModify, location };
        }, id);
      expect(await state()).toMatchObject({ running: 'ENABLED', mustRemainInstalled: true, userMayModify: false });
      const refused = await extensions.evaluate(
        (asked) =>
          new Promise<string>((answer) =>
            chrome.management.uninstall(asked, {}, () => answer(chrome.runtime.lastError?.message ?? '')),
          ),
        id,
      );
      expect(refused).not.toBe('');
      expect(await state()).toMatchObject({ running: 'ENABLED' });
      await extensions.close();

      const page = await chromium.open(VIDEO);
      const popup = await chromium.openPopup(page, id);
      await saysSoon(popup, 'Mrs Okafor');
      const pupil = await textOf(popup);
      expect(pupil).toContain('999');
      expect(pupil).toContain('You can tell any grown-up at school. You will not be in trouble.');
      expect(pupil.indexOf('Mrs Okafor')).toBeLessThan(pupil.indexOf('Childline'));
      expect(pupil).not.toContain('I’m staff');

      // The open popup follows: another contact, then no policy at all, then a policy again.
      change(
        finished({ ...settingsOf('uk-primary-school'), contacts: [{ name: 'Mr Newman', phone: '01632 960777' }] }),
      );
      await saysSoon(popup, 'Mr Newman');
      expect(await textOf(popup)).not.toContain('Mrs Okafor');
      change(finished({}));
      await poll('the contact is gone', async () => !(await textOf(popup)).includes('Mr Newman'), SETTLES);
      change(finished(settingsOf('irish-school')));
      await saysSoon(popup, 'Máire Ní Bhriain');

      // Withdrawn: without its entry the browser takes it away again.
      const overview = await chromium.browser.newPage();
      await overview.goto('chrome://extensions');
      const installed = () =>
        overview.evaluate(async () => {
          const api = (chrome as unknown as { developerPrivate: { getExtensionsInfo(): Promise<{ id: string }[]> } })
            .developerPrivate;
          return (await api.getExtensionsInfo()).map((extension) => extension.id);
        });
      expect(await installed()).toContain(id);
      change({ DeveloperToolsAvailability: 1 });
      await poll('it is gone', async () => !(await installed()).includes(id), SETTLES);
    });
  });

  it('fetches an update from the school, not from a store', async () => {
    await onManagedDevice(finished({}), async (chromium) => {
      const overview = await chromium.browser.newPage();
      await overview.goto('chrome://extensions');
      updates.publish('0.1.1');
      const version = () =>
        overview.evaluate(async (id) => {
          const api = (
            chrome as unknown as {
              developerPrivate: {
                autoUpdate(): Promise<void>;
                getExtensionInfo(id: string): Promise<{ version: string }>;
              };
            }
          ).developerPrivate;
          await api.autoUpdate();
          return (await api.getExtensionInfo(id)).version;
        }, updates.extensionId);
      await poll('the new version is there', async () => (await version()) === '0.1.1', SETTLES);
    });
  });

  it('shows each sample policy as it is meant', async () => {
    await onManagedDevice(finished({}), async (chromium, change) => {
      const page = await chromium.open(VIDEO);
      const popup = await chromium.openPopup(page, updates.extensionId);
      for (const { name, text } of SAMPLE_POLICIES) {
        const { policy } = parsePolicy(JSON.parse(text), knownCodes());
        change(finished(settingsOf(name)));
        for (const words of [policy.contacts[0]!.name, policy.message!.split('\n')[0]!]) await saysSoon(popup, words);
        const managed = await popup.evaluate(() => chrome.storage.managed.get());
        expect(parsePolicy(managed, knownCodes())).toEqual({ policy, faults: [] });
      }
    });
  });

  it('lets a person change what is set and not locked, and nothing that is locked', async () => {
    const set = { country: 'GB', audience: 'school-staff', notes: 'off' };
    await onManagedDevice(finished(set), async (chromium, change) => {
      const options = await chromium.openExtensionPage(OPTIONS_PATH, updates.extensionId);
      const chosen = () => options.$eval('[name=notes]:checked', (choice) => choice.parentElement!.textContent);
      await poll('the policy has arrived', async () => (await chosen()) === optionsWords['options.notes.off'], SETTLES);
      await options.locator(`::-p-text(${optionsWords['options.notes.session']})`).click();
      await options.select('#country', 'IE');
      const panel = await chromium.openExtensionPage(PANEL_PATH, updates.extensionId);
      await poll('a person can note', async () => (await panel.$('textarea')) !== null, SETTLES);
      await saysSoon(panel, '112');

      change(finished({ ...set, countryLocked: true, audienceLocked: true, notesLocked: true }));
      await saysSoon(panel, 'Your school has turned notes off.');
      await saysSoon(panel, '999');
      expect(await panel.$$('input, textarea')).toEqual([]);
      await options.bringToFront();
      await poll(
        'nothing can be chosen',
        async () => (await options.$$('#country, [type=radio]')).length === 0,
        SETTLES,
      );
      for (const value of ['United Kingdom', optionsWords['options.notes.off']]) {
        expect(await textOf(options)).toContain(optionsWords['options.locked'].replace('{value}', value));
      }
    });
  });

  it('names what is wrong with a policy, and uses what is right', async () => {
    await onManagedDevice(finished(THIRTY_FAULTS as Record<string, unknown>), async (chromium) => {
      const admin = await chromium.openExtensionPage(ADMIN_PATH, updates.extensionId);
      const listed = (selector: string) =>
        admin.evaluate(
          (where) => [...document.querySelectorAll(`${where} .policy-faults li`)].map((item) => item.textContent),
          selector,
        );

      // What Chromium hands on: it has dropped what is of the wrong type by itself.
      const expected = await poll(
        'the policy has arrived',
        async () => {
          const managed = await admin.evaluate(() => chrome.storage.managed.get());
          const { faults } = parsePolicy(managed, knownCodes());
          return faults.length === 0
            ? null
            : faults.map((fault) => `${fault.key}: ${t(fault.problem)} ${t(fault.instead)}`);
        },
        SETTLES,
      );
      expect(expected.length).toBeGreaterThan(8);
      await poll(
        'the faults are listed',
        async () => (await listed('[aria-labelledby="device-policy"]')).length > 0,
        SETTLES,
      );
      expect(await listed('[aria-labelledby="device-policy"]')).toEqual(expected);

      await admin.evaluate((text) => {
        const field = document.querySelector<HTMLTextAreaElement>('#import')!;
        field.closest('details')!.open = true;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, JSON.stringify(THIRTY_FAULTS));
      await admin.locator('::-p-aria(Check it and fill in the form)').click();
      await poll('the faults of the pasted policy are listed', async () => (await listed('details')).length > 0);
      expect((await listed('details')).map((line) => line?.split(': ')[0])).toEqual(THIRTY_FAULTY_KEYS);
      // What was good is in the form, as text.
      expect(await admin.$eval('#schoolName', (field) => (field as HTMLInputElement).value)).toBe('Hill School');
    });
  });
});
