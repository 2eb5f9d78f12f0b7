import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import notesWords from '../../src/locales/en/notes.json';
import panelWords from '../../src/locales/en/panel.json';
import { type Chromium, launchChromium, PANEL_PATH } from './support/chromium';
import { poll } from './support/poll';
import { openPopupFor } from './support/screens';

const PAGES = ['https://example.org/one', 'https://example.org/two'].map((link, at) => ({ link, addedAt: at + 1 }));

let chromium: Chromium;

beforeAll(async () => {
  chromium = await launchChromium({ timeZone: 'Europe/London' });
  await chromium.worker();
});

afterAll(async () => {
  await chromium?.close();
});

afterEach(() => chromium.forgetEverything());

/** As a hand does: twice in the same place within the time that systems call a double click. */
async function doubleClick(
  page: Page,
  button: ElementHandle<Element>,
  from: 'left' | 'middle' = 'middle',
): Promise<void> {
  await button.scrollIntoView();
  const { x, y, width, height } = (await button.boundingBox())!;
  const at = [from === 'left' ? x + 8 : x + width / 2, y + height / 2] as const;
  await page.mouse.move(...at);
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
    // Long enough for the screen to have been drawn anew.
    await new Promise((done) => setTimeout(done, 150));
  }
}

async function panelOnTwoPages(): Promise<Page> {
  const fields = Object.fromEntries(
    PAGES.map((value, at) => [`item/k${at}`, { wolder: { value, at: at + 1, over: {} } }]),
  );
  const worker = await chromium.worker();
  await worker.evaluate((notes) => chrome.storage.session.set({ 'notes/r1/wolder': notes }), { version: 2, fields });
  const panel = await chromium.openExtensionPage(PANEL_PATH);
  await poll('both are there', async () => (await panel.$$('.noted-item')).length === 2);
  return panel;
}

describe('a double click', () => {
  it('removes one page of two', async () => {
    const panel = await panelOnTwoPages();
    const [remove] = await panel.$$(`::-p-text(${panelWords['panel.item.remove']})`);
    await doubleClick(panel, remove!);
    expect(await panel.$$eval('.noted-item', (items) => items.map((item) => item.textContent))).toEqual([
      expect.stringContaining(PAGES[1]!.link),
    ]);
  });

  it('on "Don’t keep" does not erase what comes under the pointer', async () => {
    const panel = await panelOnTwoPages();
    await panel.locator(`aria/${notesWords['notes.keep']}`).click();
    const stop = (await panel.waitForSelector(`aria/${notesWords['notes.stop-keeping']}`))!;
    await doubleClick(panel, stop, 'left');
    await panel.waitForSelector(`aria/${notesWords['notes.keep']}`);
    expect(await panel.$$('.noted-item')).toHaveLength(2);
  });

  it('on a country chooses the country, and no part of it', async () => {
    const popup = await openPopupFor(chromium, 'https://www.youtube.com/watch?v=00000000000');
    await popup.locator('#change-country, .country-question button:last-child').click();
    await popup.locator('#search').fill('United States');
    const row = (await popup.waitForSelector('.search-row ::-p-text(United States)'))!;
    await doubleClick(popup, row);
    await new Promise((done) => setTimeout(done, 500));
    const { country, subdivision } = await popup.evaluate(() => chrome.storage.local.get());
    // The list of its parts has come, and nothing is chosen yet.
    expect([country, subdivision]).toEqual([undefined, undefined]);
    expect(await popup.$('#search')).not.toBeNull();
  });

  it('still selects a word where one types', async () => {
    const panel = await panelOnTwoPages();
    const where = (await panel.waitForSelector('textarea'))!;
    await where.type('lighthouse');
    await doubleClick(panel, where, 'left');
    expect(await panel.evaluate(() => getSelection()?.toString())).toBe('lighthouse');
  });
});
