import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import commonWords from '../../src/locales/en/common.json';
import searchWords from '../../src/locales/en/search.json';
import { type Chromium, launchChromium, PANEL_PATH, packageUnderTest } from './support/chromium';
import { notesCode } from './support/main-flow';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';

const VIDEO = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const OTHER = 'https://www.tiktok.com/@tiktok/video/7106594312292453675';
const FIRST_FORM = '.step-first .button-primary';

let web: OfflineWeb;
let chromium: Chromium;

beforeAll(async () => {
  web = await startOfflineWeb();
  chromium = await launchChromium({ web, timeZone: 'Europe/London' });
});

afterAll(async () => {
  await chromium?.close();
  await web?.stop();
});

afterEach(async () => {
  // The panel too: it is the window's and would bring what it knows to the next test.
  const panels = chromium.browser.targets().filter((target) => target.url().endsWith(PANEL_PATH));
  for (const panel of panels) {
    const closing = panel.asPage().then((page) => page.close());
    await closing.catch(() => undefined);
  }
  await chromium.closeOtherPages();
  await (await chromium.worker()).evaluate(() => chrome.storage.session.clear());
});

const textOf = (page: Page) => page.evaluate(() => document.body.textContent ?? '');
const says = (page: Page, words: string) =>
  poll(`the page says "${words}"`, async () => (await textOf(page)).includes(words));
const situationOf = (page: Page) => page.$eval('#situation', (choice) => (choice as HTMLSelectElement).value);

/** Opens the first form for a page on which somebody said what is happening, as a person does. */
async function reportOn(address: string, situation: string) {
  const page = await chromium.open(address);
  const popup = await chromium.openPopup(page);
  await popup.waitForSelector(FIRST_FORM);
  await popup.select('#situation', situation);
  await poll('the plan follows', async () => (await situationOf(popup)) === situation);
  const form = await chromium.newTab(() => popup.click(FIRST_FORM));
  const panel = await chromium.extensionPage();
  await panel.waitForSelector('.noted-item');
  await poll('the panel knows it', async () => (await situationOf(panel)) === situation);
  return { page, form, panel };
}

/** Time for a page to draw what it has heard. */
const DRAWN_WITHIN = 500;

/**
 * Opens the panel from the popup, and waits until an open panel has heard what the popup says of the report. That is
 * often what was stored already, of which no window would hear: so it is given a mark before, which nobody reads.
 */
async function openPanelFrom(popup: Page, panel: Page): Promise<void> {
  await panel.evaluate(() => {
    chrome.storage.session.onChanged.addListener(({ case: told }) => {
      if (told)
        document.body.setAttribute('data-heard', 'mark' in ((told.newValue ?? {}) as object) ? 'mark' : 'popup');
    });
  });
  const worker = await chromium.worker();
  await worker.evaluate(async () => {
    const { case: stored } = await chrome.storage.session.get('case');
    await chrome.storage.session.set({ case: { ...(stored as object), mark: 1 } });
  });
  await panel.waitForSelector('[data-heard=mark]');
  await popup.locator(`::-p-text(${commonWords['panel.open']})`).click();
  await panel.waitForSelector('[data-heard=popup]');
  await new Promise((done) => setTimeout(done, DRAWN_WITHIN));
}

describe('the popup in the middle of a report', () => {
  it('knows on the same page what was said to be happening, and takes nothing back from the panel', async () => {
    const { page, panel } = await reportOn(VIDEO, 'blackmail');
    await page.bringToFront();
    const popup = await chromium.openPopup(page);
    await poll('the popup knows it', async () => (await situationOf(popup)) === 'blackmail');
    await openPanelFrom(popup, panel);
    expect(await situationOf(panel)).toBe('blackmail');
  });

  it('is on a form of the report about the report, and never takes the form for what is to be reported', async () => {
    const { form, panel } = await reportOn(VIDEO, 'blackmail');
    const formHost = new URL(form.address).host;
    const popup = await chromium.openPopup(form.page);
    await says(popup, 'Seen on YouTube');
    expect(await textOf(popup)).not.toContain(formHost);
    const next = await chromium.newTab(() => popup.click('.step:nth-child(2) .button'));
    expect(next.address).toMatch(/^https:/);
    expect(await chromium.clipboardText()).toContain(VIDEO);
    expect(await chromium.clipboardText()).not.toContain(formHost);
    expect(await panel.$$eval('.noted-item', (items) => items.length)).toBe(1);
  });

  it('leaves the panel as it is when it is opened in an empty tab, and leads back to the report', async () => {
    const { panel } = await reportOn(VIDEO, 'blackmail');
    const empty = await chromium.browser.newPage();
    const popup = await chromium.openPopup(empty);
    await popup.waitForSelector('#search');
    await popup.locator(`::-p-text(${searchWords.close})`).click();
    await says(popup, 'Seen on YouTube');
    await openPanelFrom(popup, panel);
    expect(await textOf(panel)).toContain('Seen on YouTube');
    expect(await situationOf(panel)).toBe('blackmail');
  });

  it('makes the panel about the new page as soon as another report is started', async () => {
    const { panel } = await reportOn(VIDEO, 'seen-online');
    const page = await chromium.open(OTHER);
    const popup = await chromium.openPopup(page);
    await (await popup.waitForSelector('::-p-text(No, start another report)'))!.click();
    await says(panel, 'Seen on TikTok');
    expect(await textOf(panel)).not.toContain('Seen on YouTube');
  });

  it('offers to erase as long as any report holds something', async () => {
    const { page, panel } = await reportOn(VIDEO, 'seen-online');
    await page.bringToFront();
    await panel.locator('::-p-text(Start another report)').click();
    await poll('nothing is noted in it', async () => (await panel.$$('.noted-item')).length === 0);
    const popup = await chromium.openPopup(page);
    // Once the notes are open the popup knows more than that there are some.
    await popup.waitForSelector(`::-p-text(${commonWords['erase.now']})`);
    await popup.hover('h1');
    await popup.evaluate(`import('${notesCode(packageUnderTest())}').then(() => undefined)`);
    await new Promise((done) => setTimeout(done, DRAWN_WITHIN));
    await popup.locator(`::-p-text(${commonWords['erase.now']})`).click();
    await says(popup, 'Erased');
    const memory = await (await chromium.worker()).evaluate(() =>
      chrome.storage.session.get(null).then(JSON.stringify),
    );
    expect(memory).not.toContain('dQw4w9WgXcQ');
  });
});
