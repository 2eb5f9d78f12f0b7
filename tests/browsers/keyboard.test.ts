import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './support/chromium';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';
import { openPopupFor, preferInBrowser, SCREENS } from './support/screens';

const VIDEO = 'https://www.youtube.com/watch?v=00000000000';

let web: OfflineWeb;
let chromium: Chromium;

beforeAll(async () => {
  web = await startOfflineWeb();
  chromium = await launchChromium({
    web,
    timeZone: 'Europe/London',
  });
});
afterAll(async () => {
  await chromium?.close();
  await web?.stop();
});

/** What has the focus, as a person would name it: its label, or its text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const labels = (element as HTMLInputElement | null)?.labels;
    return (element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '').trim();
  });

/** Presses Tab and gives what has the focus then; it must be visible, with a ring around it. */
async function tab(page: Page): Promise<string> {
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
    return { outlineStyle, width: Number.parseFloat(outlineWidth) };
  });
  expect(ring.outlineStyle).not.toBe('none');
  expect(ring.width).toBeGreaterThanOrEqual(2);
  return focused(page);
}

const focusIs = (page: Page, words: RegExp) =>
  poll(`the focus is on ${words}`, async () => words.test(await focused(page)));

describe('the main flow by keyboard alone', () => {
  it('goes from the emergency number to the form in the order of the screen, and Enter opens the form', async () => {
    await preferInBrowser(chromium, { country: 'GB', audience: 'adult' });
    const page = await chromium.open(VIDEO);
    const popup = await chromium.openPopup(page);
    await popup.waitForSelector('.step-first .button-primary');
    expect(await tab(popup)).toBe('Country: United Kingdom. Change');
    expect(await tab(popup)).toBe('Options');
    expect(await tab(popup)).toBe('Call 999');
    expect(await tab(popup)).toBe('Not this?');
    expect(await tab(popup)).toBe('What is happening?');
    expect(await tab(popup)).toMatch(/^Tell YouTube/);
    expect(await tab(popup)).toMatch(/^Open form/);
    const { address } = await chromium.newTab(() => popup.keyboard.press('Enter'));
    expect(address).toMatch(/^https:\/\/support\.google\.com\//);
  });

  it('the situation is chosen with the arrow keys, and the steps follow', async () => {
    const popup = await openPopupFor(chromium, VIDEO);
    await popup.focus('#situation');
    for (let down = 0; down < 4; down++) await popup.keyboard.press('ArrowDown');
    expect(await popup.$eval('#situation', (list) => (list as HTMLSelectElement).value)).toBe('grooming');
    await popup.waitForFunction(() => document.querySelector('.step-first')?.textContent?.includes('Tell CEOP'));
    expect(await focused(popup)).toBe('What is happening?');
    await popup.close();
  });

  it('how to do it opens and closes with the title', async () => {
    const popup = await openPopupFor(chromium, VIDEO);
    await popup.focus('.step-first .step-toggle');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.step-first .step-how');
    await popup.keyboard.press('Space');
    await popup.waitForSelector('.step-first .step-how', { hidden: true });
    await popup.close();
  });
});

describe('the focus goes into a search and comes back', () => {
  it('country: into the field, back to the country when it is closed and when one is chosen', async () => {
    await preferInBrowser(chromium, { country: 'GB', audience: 'adult' });
    const popup = await openPopupFor(chromium, VIDEO);
    await popup.focus('#change-country');
    await popup.keyboard.press('Enter');
    await focusIs(popup, /^Find your country$/);
    await popup.keyboard.down('Shift');
    await popup.keyboard.press('Tab');
    await popup.keyboard.up('Shift');
    expect(await focused(popup)).toBe('Close');
    await popup.keyboard.press('Enter');
    await focusIs(popup, /^Country: United Kingdom/);
    await popup.keyboard.press('Enter');
    await focusIs(popup, /^Find your country$/);
    await popup.keyboard.type('irel');
    expect(await tab(popup)).toBe('Ireland');
    await popup.keyboard.press('Enter');
    await focusIs(popup, /^Country: Ireland/);
    await popup.close();
  });

  it('platform: into the field, back to “Not this?” when one is chosen', async () => {
    await preferInBrowser(chromium, { country: 'GB', audience: 'adult' });
    const popup = await openPopupFor(chromium, VIDEO);
    await popup.focus('#correct-page');
    await popup.keyboard.press('Enter');
    await focusIs(popup, /^Find an app or website$/);
    await popup.waitForSelector('.search-list li');
    await popup.keyboard.type('snapch');
    expect(await tab(popup)).toMatch(/^Snapchat/);
    await popup.keyboard.press('Enter');
    await focusIs(popup, /^Not this\?$/);
    await popup.close();
  });

  it('a guessed country is kept with one key, and the focus is not lost', async () => {
    await preferInBrowser(chromium, null);
    const popup = await openPopupFor(chromium, VIDEO);
    await popup.focus('.country-question button');
    await popup.keyboard.press('Enter');
    await focusIs(popup, /^Country: United Kingdom/);
    await popup.close();
  });

  it('another audience: the focus goes to the top of the new screen', async () => {
    await preferInBrowser(chromium, { country: 'GB', audience: 'adult' });
    const popup = await openPopupFor(chromium, VIDEO);
    await popup.focus('.screen-foot .row button:last-child');
    expect(await focused(popup)).toBe('I’m under 18');
    await popup.keyboard.press('Enter');
    await focusIs(popup, /^Signpost$/);
    await popup.close();
  });
});

it('on a page without an address the search has the focus at once', async () => {
  await preferInBrowser(chromium, { country: 'GB', audience: 'adult' });
  const popup = await openPopupFor(chromium, null);
  await focusIs(popup, /^Find an app or website$/);
  await popup.close();
});

it('the panel says aloud what was copied', async () => {
  const panel = await SCREENS.find(({ name }) => name === 'panel-adult')!.open(chromium);
  await panel.bringToFront();
  await panel.waitForSelector('.noted-item');
  await panel.focus('section[aria-labelledby=details-title] > .button-primary');
  await panel.keyboard.press('Enter');
  await panel.waitForFunction(() =>
    document.querySelector('header [role=status]')?.textContent?.includes('Everything is copied'),
  );
  expect(await panel.$eval('.noted-line', (line) => line.querySelector('a'))).toBeNull();
  await panel.close();
});

describe('the first view of the real popup, before any scrolling', () => {
  it.each(['adult', 'child', 'school-staff'] as const)(
    '%s: emergency number, safe line and first step',
    async (audience) => {
      await preferInBrowser(chromium, { country: 'GB', audience });
      const page = await chromium.open(VIDEO);
      const popup = await chromium.openPopup(page);
      await popup.waitForSelector('.step-first');
      const bottoms = await popup.evaluate(() => {
        const bottom = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().bottom;
        return {
          view: Math.min(innerHeight, 560),
          emergency: bottom('.emergency-number'),
          safe: bottom('.emergency + p'),
          step: bottom('.step-first .button-primary, .step-first .step-title'),
        };
      });
      for (const part of ['emergency', 'safe', 'step'] as const)
        expect(bottoms[part]).toBeLessThanOrEqual(bottoms.view);
      await popup.close();
      await page.close();
    },
  );
});

const REMOVE_NAME = '.stack:has(+ #add-username) > .button-quiet';

describe('the focus goes on where what held it leaves the screen', () => {
  it('the panel: a page and a name that are taken away', async () => {
    const panel = await SCREENS.find(({ name }) => name === 'panel-adult')!.open(chromium);
    await panel.bringToFront();
    await panel.waitForSelector('.noted-item');
    await panel.focus('#add-username');
    await panel.keyboard.press('Enter');
    await panel.waitForSelector(REMOVE_NAME);
    await panel.focus(REMOVE_NAME);
    expect(await focused(panel)).toBe('Remove: Another username or id');
    await panel.keyboard.press('Enter');
    await focusIs(panel, /^Add a username or id$/);
    await panel.focus('.noted-item .button-quiet');
    expect(await focused(panel)).toMatch(/^Remove this page: https:/);
    await panel.keyboard.press('Enter');
    await focusIs(panel, /^Add the page I am on$/);
    await panel.close();
  });

  it('the options: the facts that were asked for, and the guessed country that is right', async () => {
    await preferInBrowser(chromium, null);
    const options = await SCREENS.find(({ name }) => name === 'options')!.open(chromium);
    await options.focus('section[aria-labelledby=facts] button');
    await options.keyboard.press('Enter');
    await focusIs(options, /^Find a platform, body, country or address$/);
    await (await options.waitForSelector('aria/Yes'))!.focus();
    await options.keyboard.press('Enter');
    await focusIs(options, /^Country$/);
    await options.waitForFunction(() => !document.querySelector('#country-guessed'));
    await focusIs(options, /^Country$/);
    await options.close();
  });
});
