import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownCodes } from '../../scripts/known-codes';
import { checkPolicyText } from '../../src/policy/check-policy-text';
import { OUTPUTS } from '../../src/policy/outputs/all-outputs';
import { CHROME, EDGE } from '../../src/policy/outputs/deployment';
import { SAMPLE_POLICIES } from '../policy/sample-policies';
import { accessibilityFaults } from './support/accessibility';
import { setAppearance } from './support/appearance';
import { type Chromium, launchChromium } from './support/chromium';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';

const ADMIN_PATH = 'src/entrypoints/admin/index.html';

describe("the administrator's page", () => {
  let web: OfflineWeb;
  let chromium: Chromium;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    web = await startOfflineWeb();
    chromium = await launchChromium({ web });
    page = await chromium.openExtensionPage(ADMIN_PATH);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.reload();
    await page.waitForSelector('#policy-form');
  });
  afterAll(async () => {
    await chromium?.close();
    await web?.stop();
  });

  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.textContent?.trim() ?? element?.textContent?.trim() ?? '';
    });

  /** Tab until the focus is on what has this name; fails when the keyboard does not get there. */
  async function tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      if ((await focused()) === name) return;
    }
    throw new Error(`The keyboard does not reach "${name}".`);
  }

  async function pasteAndUse(text: string): Promise<void> {
    await page.evaluate((words) => {
      const field = document.querySelector<HTMLTextAreaElement>('#import')!;
      field.closest('details')!.open = true;
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    await page.locator('::-p-aria(Check it and fill in the form)').click();
  }

  const preview = () => page.$eval('.admin-screen', (screen) => screen.textContent ?? '');
  const finished = () => page.$eval('#finished-text', (field) => (field as HTMLTextAreaElement).value);

  it('is filled in by keyboard alone, and shows the popup as it will be', async () => {
    // A second try starts where the first did.
    await page.bringToFront();
    await page.reload();
    await page.waitForSelector('#policy-form');
    await tabTo('Country');
    await page.keyboard.type('Ireland');
    await tabTo('Nobody can change the country');
    await page.keyboard.press('Space');
    await tabTo('Made for');
    await page.keyboard.type('Pupils');
    await tabTo('Name of the school');
    await page.keyboard.type('Hill School');
    await tabTo('Add a contact');
    await page.keyboard.press('Enter');
    await poll('the focus is on the new contact', async () => (await focused()) === 'Name');
    await page.keyboard.type('Ms Byrne');
    await tabTo('Phone number');
    await page.keyboard.type('ask the office');
    await poll('the mistake is named beside the field', () =>
      page.$eval('#contacts-0-phone-faults', (place) =>
        place.textContent?.includes('“ask the office” is not a phone number'),
      ),
    );
    expect(await page.$eval('#contacts-0-phone', (field) => field.getAttribute('aria-invalid'))).toBe('true');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('020 910 0101');

    await poll('the preview shows the contact', async () => (await preview()).includes('Ms Byrne'));
    expect(await preview()).toContain('112');
    await tabTo('As a pupil');
    await page.keyboard.press('ArrowDown');
    await poll('the preview is for staff', async () =>
      (await preview()).includes('Don’t view, copy, print or forward it.'),
    );

    await tabTo('System');
    await page.keyboard.type('Firefox');
    await tabTo('Copy the text');
    await page.keyboard.press('Enter');
    await poll('the text is copied', () => page.evaluate(() => document.body.textContent?.includes('Copied.')));
    const { policy, faults } = checkPolicyText(await chromium.clipboardText(), knownCodes());
    expect(faults).toEqual([]);
    expect(policy).toMatchObject({
      country: 'IE',
      countryLocked: true,
      audience: 'child',
      schoolName: 'Hill School',
      contacts: [{ name: 'Ms Byrne', phone: '020 910 0101' }],
    });
    await page.bringToFront();
  });

  it.each(SAMPLE_POLICIES)('takes in the sample $name and gives it back for every system', async ({ text }) => {
    await pasteAndUse(text);
    const { policy } = checkPolicyText(text, knownCodes());
    await poll('the form is filled in', async () =>
      page.$eval('#schoolName', (field, name) => (field as HTMLInputElement).value === name, policy!.schoolName),
    );
    for (const { id } of OUTPUTS) {
      await page.select('#output', id);
      await poll(`the text for ${id} says the same`, async () => {
        expect(checkPolicyText(await finished(), knownCodes())).toEqual({ policy, faults: [] });
        return true;
      });
    }
  });

  it('writes nothing for an extension id that is none', async () => {
    await page.select('#output', 'chrome-registry');
    await page.locator('#extensionId').fill('signpost');
    await poll('there is no text', async () => (await finished()) === '');
    expect(await page.evaluate(() => document.body.textContent)).toContain('This is not an extension id');
    await page.locator('#extensionId').fill('abcdefghijklmnopabcdefghijklmnop');
  });

  it('installs from the own store of each browser, until another address is typed', async () => {
    const installed = (output: string, address: string) => async () => {
      await page.select('#output', output);
      return (await finished()).includes(address);
    };
    await poll('Edge installs from its own store', installed('edge-linux', EDGE.store));
    await poll('Chrome installs from its own store', installed('chrome-linux', CHROME.store));
    await page.locator('#updateUrl').fill('https://school.example/updates.xml');
    await poll('Edge installs from what was typed', installed('edge-linux', 'https://school.example/updates.xml'));
  });

  it('shows a hostile policy as text', async () => {
    const attack = '<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>';
    await pasteAndUse(
      JSON.stringify({
        schoolName: attack,
        message: attack,
        [attack]: 1,
        contacts: [{ name: attack, phone: attack, link: 'javascript:alert(1)' }],
      }),
    );
    await poll('the preview shows it', async () => (await preview()).includes('<img src=x'));
    expect(
      await page.evaluate(
        () => document.querySelectorAll('img, script:not([src]), [onerror], a[href^="javascript"]').length,
      ),
    ).toBe(0);
    expect(await page.title()).toBe('Signpost for schools');
  });

  it.each([320, 800, 1600])('needs no sideways scrolling and has no accessibility fault at %i px', async (width) => {
    await pasteAndUse(SAMPLE_POLICIES[0]!.text);
    await page.setViewport({ width, height: 900 });
    for (const colours of ['light', 'dark'] as const) {
      await setAppearance(page, { colours });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
  });

  it('broke no rule of its content security policy', () => {
    expect(complaints).toEqual([]);
  });
});
