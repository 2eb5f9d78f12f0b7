import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './support/chromium';
import { addressesToOpen, expectedPlans, MAIN_FLOW_CASES, readTitles, STEP_BUTTONS, unfold } from './support/main-flow';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';

const textOf = (page: Page) => page.evaluate(() => document.body.textContent ?? '');
const textsOf = (page: Page, selector: string) =>
  page.$$eval(selector, (found) => found.map((one) => one.textContent ?? ''));

describe.each([
  { country: 'GB', countryName: 'United Kingdom', language: 'en-GB', timeZone: 'Europe/London', emergency: '999' },
  { country: 'US', countryName: 'United States', language: 'en-US', timeZone: 'America/New_York', emergency: '911' },
])(
  'the main flow in real Chromium, $country guessed from language and time zone',
  ({ country, countryName, language, timeZone, emergency }) => {
    const plans = expectedPlans(country);
    let web: OfflineWeb;
    let chromium: Chromium;

    beforeAll(async () => {
      web = await startOfflineWeb();
      chromium = await launchChromium({ web, language, timeZone });
    });
    afterAll(async () => {
      await chromium?.close();
      await web?.stop();
    });

    async function openPopup(page: Page): Promise<Page> {
      const popup = await chromium.openPopup(page);
      await popup.waitForSelector(STEP_BUTTONS);
      return popup;
    }

    describe.each(MAIN_FLOW_CASES.map((one, at) => ({ ...one, plan: plans[at]! })))(
      'on $name',
      ({ name, address, plan }) => {
        it('a toolbar click names the place, the country, the emergency number and the steps of the plan', async () => {
          const page = await chromium.open(address);
          const popup = await openPopup(page);
          const text = await textOf(popup);
          expect(text).toContain(name);
          if (plan.page.username) expect(text).toContain(plan.page.username);
          expect(text).toContain(countryName);
          expect(text).toContain(`Call ${emergency}`);
          expect(await popup.evaluate(readTitles)).toEqual([
            ...plan.steps.filter(({ rank }) => rank === 'main').map(({ label }) => label),
            ...plan.steps.filter(({ rank }) => rank === 'more').map(({ label }) => label),
          ]);
          await popup.close();
          await page.close();
        });

        it('each button opens exactly the address that the plan says', async () => {
          const page = await chromium.open(address);
          const opened: string[] = [];
          const expected = addressesToOpen(plan);
          for (let at = 0; at < expected.length; at++) {
            const popup = await openPopup(page);
            await popup.evaluate(unfold);

            const buttons = await popup.$$(STEP_BUTTONS);
            expect(buttons).toHaveLength(expected.length);
            const tab = await chromium.newTab(() => buttons[at]!.click());
            opened.push(tab.address);
            await tab.page.close();
            if (!popup.isClosed()) await popup.close().catch(() => undefined);
          }
          expect(opened).toEqual(expected);
          await page.close();
        });

        it('the same click copies the details and opens the panel with the checklist', async () => {
          await chromium.writeClipboard('something else');
          const page = await chromium.open(address);
          const popup = await openPopup(page);
          const tab = await chromium.newTab(() => popup.click(STEP_BUTTONS));
          const panel = await chromium.extensionPage();
          await panel.waitForSelector('.checklist li');
          const clipboard = await chromium.clipboardText();
          expect(clipboard).toContain(plan.page.link);
          if (plan.page.username) expect(clipboard).toContain(plan.page.username);
          expect(await textsOf(panel, '.checklist li')).toEqual(plan.checklist.map(({ text }) => text));
          expect(plan.checklist.length).toBeGreaterThan(3);
          await tab.page.close();
          await page.close();
        });
      },
    );
  },
);

describe('where there is no address to read, in real Chromium', () => {
  it('the popup asks where it was seen, under the emergency line', async () => {
    const web = await startOfflineWeb();
    const chromium = await launchChromium({ web, language: 'en-GB', timeZone: 'Europe/London' });
    try {
      const popup = await chromium.openPopup(await chromium.open('about:blank'));
      await popup.waitForSelector('::-p-aria([role="combobox"]), ::-p-aria([role="searchbox"]), input');
      expect(await textOf(popup)).toContain('Call 999');
      await popup.type('input', 'Snapch');
      await popup.waitForFunction(() => document.body.textContent?.includes('Snapchat'));
    } finally {
      await chromium.close();
      await web.stop();
    }
  });
});
