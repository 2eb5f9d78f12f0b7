import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import notesWords from '../../src/locales/en/notes.json';
import optionsWords from '../../src/locales/en/options.json';
import panelWords from '../../src/locales/en/panel.json';
import searchWords from '../../src/locales/en/search.json';
import { CHROME_PACKAGE, type Chromium, launchChromium, OPTIONS_PATH, PANEL_PATH } from './support/chromium';
import { poll } from './support/poll';
import { openPopupFor } from './support/screens';

const TIKTOK = { link: 'https://www.tiktok.com/@marker/video/7106594312292453675', platform: 'tiktok', addedAt: 5 };
const SNAPCHAT = { link: 'https://www.snapchat.com/add/marker', platform: 'snapchat', addedAt: 6 };
const WEBSITE = { link: 'https://example.org/marker', platform: null, addedAt: 7 };

let chromium: Chromium;

beforeAll(async () => {
  chromium = await launchChromium({ timeZone: 'Europe/London', inPrivateWindows: true });
  await chromium.worker();
});

afterAll(async () => {
  await chromium?.close();
});

afterEach(() => chromium.forgetEverything());

const textOf = (page: Page) => page.evaluate(() => document.body.textContent ?? '');
const says = (page: Page, words: string) =>
  poll(`the page says "${words}"`, async () => (await textOf(page)).includes(words));
const platformAtHand = (page: Page) =>
  page.evaluate(() =>
    chrome.storage.session
      .get('case')
      .then(({ case: atHand }) => (atHand as { page: { platform: string } }).page.platform),
  );

/** Opens a panel on reports that are noted already, each of one page, the last one shown. */
async function panelOn(...items: object[]): Promise<Page> {
  const stored = items.map((value, at) => [
    `notes/r${at + 1}/wolder`,
    { version: 2, fields: { 'item/kone': { wolder: { value, at: 5, over: {} } } } },
  ]);
  const worker = await chromium.worker();
  await worker.evaluate((notes) => chrome.storage.session.set(notes as object), Object.fromEntries(stored));
  const panel = await chromium.openExtensionPage(PANEL_PATH);
  await panel.waitForSelector('.noted-item');
  return panel;
}

describe('the panel', () => {
  it('is about the report that was chosen last, however fast one was chosen after another', async () => {
    const panel = await panelOn(WEBSITE, SNAPCHAT, TIKTOK);
    await says(panel, 'Seen on TikTok');
    await panel.evaluate(async () => {
      // Snapchat's record is asked for first and, as on a slow computer, is there last: a website has none to wait for.
      const [website, snapchat] = [...document.querySelectorAll<HTMLInputElement>('[name=report]')];
      snapchat!.click();
      await Promise.resolve();
      website!.click();
    });
    await says(panel, 'Seen on example.org');
    await says(panel, 'Record of a report');
    expect(await panel.$$eval('.noted-item', (noted) => noted[0]?.textContent)).toContain('example.org');
    await poll('the other windows are told', async () => (await platformAtHand(panel)) === null);
    expect(await textOf(panel)).toContain('Seen on example.org');
  });

  it('keeps the focus when the list of reports goes with its last empty one', async () => {
    const panel = await panelOn(TIKTOK);
    await panel.locator(`::-p-text(Start another report)`).click();
    await panel.waitForSelector('[name=report]');
    await panel.focus('[name=report]:checked');
    await panel.keyboard.press('ArrowUp');
    await poll('the list is gone', async () => (await panel.$('[name=report]')) === null);
    await poll('the focus is on the heading', () =>
      panel.evaluate(() => document.activeElement?.id === 'details-title'),
    );
  });

  it('names nothing of the page any more once nothing may be noted, in an open panel and a new one', async () => {
    const panel = await panelOn(TIKTOK);
    await panel.locator('::-p-text(Start another report)').click();
    await panel.locator('[name=report]').click();
    await poll('the case is stored', async () => (await platformAtHand(panel)) === 'tiktok');
    const options = await chromium.openExtensionPage(OPTIONS_PATH);
    await options.locator(`::-p-text(${optionsWords['options.notes.off']})`).click();
    await poll('memory names nobody', async () =>
      options.evaluate(() => chrome.storage.session.get(null).then((all) => !JSON.stringify(all).includes('marker'))),
    );
    for (const one of [panel, await chromium.openExtensionPage(PANEL_PATH)]) {
      await one.bringToFront();
      await says(one, panelWords['panel.notes-off.chosen']);
      expect(await textOf(one)).not.toContain('marker');
      // Which platform it was is no secret, and its steps are still the right ones.
      expect(await textOf(one)).toContain('Tell TikTok');
    }
  });

  it('is about the page that was added in a private window too', async () => {
    const panel = await chromium.openPrivateExtensionPage(PANEL_PATH);
    await says(panel, panelWords['panel.no-case']);
    await panel.evaluate((url) => {
      // The click on the icon that lets Signpost read the address cannot be made in a private window here.
      chrome.tabs.query = (async () => [{ url, windowId: 1, incognito: true }]) as unknown as typeof chrome.tabs.query;
    }, TIKTOK.link);
    await panel.locator(`::-p-text(${panelWords['panel.add-page']})`).click();
    await says(panel, 'Seen on TikTok');
    expect(await textOf(panel)).toContain('Tell TikTok');
  });

  it('closes its search when another window reports something else', async () => {
    const panel = await panelOn(TIKTOK);
    await says(panel, 'Seen on TikTok');
    await panel.locator('#correct-page').click();
    await panel.waitForSelector('#search');
    await (await chromium.worker()).evaluate((link) => {
      const page = { platform: null, kind: null, id: null, username: null, link };
      return chrome.storage.session.set({ case: { page, platform: null, situation: 'seen-online' } });
    }, WEBSITE.link);
    await says(panel, 'Seen on example.org');
    expect(await panel.$('#search')).toBeNull();
  });

  it('gives a child’s focus back when a search ends on no known platform', async () => {
    await (await chromium.worker()).evaluate(() => chrome.storage.local.set({ country: 'GB', audience: 'child' }));
    const worker = await chromium.worker();
    await worker.evaluate((link) => {
      const page = { platform: null, kind: null, id: null, username: null, link };
      return chrome.storage.session.set({ case: { page, platform: null, situation: 'seen-online' } });
    }, WEBSITE.link);
    const panel = await chromium.openExtensionPage(PANEL_PATH);
    await panel.locator('#correct-page').click();
    await panel.locator(`::-p-text(${searchWords['platform.other']})`).click();
    await poll('the search is gone', async () => (await panel.$('#search')) === null);
    await poll('the focus is on the heading', () => panel.evaluate(() => document.activeElement?.id === 'panel-title'));
  });

  it('has a popup that does the same for its child', async () => {
    await (await chromium.worker()).evaluate(() => chrome.storage.local.set({ country: 'GB', audience: 'child' }));
    const popup = await openPopupFor(chromium, WEBSITE.link);
    await popup.locator('#correct-page').click();
    await popup.locator(`::-p-text(${searchWords['platform.other']})`).click();
    await poll('the focus is on the head', () => popup.evaluate(() => document.activeElement?.id === 'screen-title'));
  });

  it('says what to do where the notes cannot be opened, as in the middle of an update', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'signpost-without-notes-'));
    cpSync(CHROME_PACKAGE, broken, { recursive: true });
    const assets = join(broken, 'assets');
    for (const file of readdirSync(assets)) if (/^report-session-/.test(file)) rmSync(join(assets, file));
    const other = await launchChromium({ extension: broken, timeZone: 'Europe/London', keepWelcome: true });
    try {
      await says(await other.openExtensionPage(PANEL_PATH), notesWords['notes.not-noted']);
    } finally {
      await other.close();
      rmSync(broken, { recursive: true, force: true });
    }
  });
});
