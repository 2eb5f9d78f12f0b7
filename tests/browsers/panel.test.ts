import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import notesWords from '../../src/locales/en/notes.json';
import { type Chromium, launchChromium, OPTIONS_PATH, PANEL_PATH, POPUP_PATH } from './support/chromium';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';
import { readQrCode } from './support/read-qr-code';
import { openPopupFor, preferInBrowser } from './support/screens';

const ADDRESS = 'https://www.tiktok.com/@tiktok/video/7106594312292453675';

let web: OfflineWeb;
let chromium: Chromium;

beforeAll(async () => {
  web = await startOfflineWeb();
  chromium = await launchChromium({ web, timeZone: 'Europe/London', inPrivateWindows: true });
});

afterAll(async () => {
  await chromium?.close();
  await web?.stop();
});

afterEach(async () => {
  // What a test that failed left open must not stand in the way of the next.
  await chromium.closeOtherPages();
});

/** What was asked of the web since it was cleared; a tab's icon is the browser's own question, and a late one. */
const askedOfTheWeb = () => web.requested.filter((address) => !address.endsWith('/favicon.ico'));

const textOf = (page: Page) => page.evaluate(() => document.body.textContent ?? '');

async function openPanelFor(address: string) {
  const page = await chromium.open(address);
  const popup = await chromium.openPopup(page);
  await popup.waitForSelector('.step-first .button-primary');
  const tab = await chromium.newTab(() => popup.click('.step-first .button-primary'));
  const panel = await chromium.extensionPage();
  await panel.waitForSelector('.noted-item');
  return { page, tab: tab.page, panel };
}

describe('the panel after the first step', () => {
  test('saves the record as plain text, without a permission', async () => {
    const downloads = mkdtempSync(join(tmpdir(), 'signpost-downloads-'));
    const session = await chromium.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    const { page, tab, panel } = await openPanelFor(ADDRESS);
    await panel.locator('aria/Save a text record').click();
    await poll('the record is on disk', async () => readdirSync(downloads).some((name) => name.endsWith('.txt')));
    const saved = readFileSync(join(downloads, readdirSync(downloads)[0]!), 'utf8');
    expect(saved).toContain(ADDRESS);
    expect(saved).toContain('@tiktok');
    expect(saved).toContain('Do not open the links');
    rmSync(downloads, { recursive: true });
    await panel.close();
    await tab.close();
    await page.close();
  });

  test('shows noted addresses as text and never as a link', async () => {
    const { page, tab, panel } = await openPanelFor(ADDRESS);
    expect(await panel.$$eval('a', (links) => links.map((link) => link.getAttribute('href')))).not.toContain(ADDRESS);
    expect(await panel.$$eval('a', (links) => links.every((link) => /^(tel|mailto):/.test(link.href)))).toBe(true);
    await panel.close();
    await tab.close();
    await page.close();
  });

  test('draws each official address as a QR code that reads as the button opens, here and without a request', async () => {
    const { page, tab, panel } = await openPanelFor(ADDRESS);
    web.requested.length = 0;
    const buttons = await panel.$$('ol.steps .step-progress button[aria-expanded]');
    expect(buttons.length).toBeGreaterThan(2);
    for (const [at, button] of buttons.entries()) {
      // On a dark screen too the code is dark on light.
      await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: at % 2 === 0 ? 'light' : 'dark' }]);
      await button.click();
      const code = await panel.waitForSelector('svg.qr-code:has(path)');
      const address = await code!.evaluate((drawn) => drawn.parentElement!.querySelector('bdi')!.textContent);
      expect(await code!.evaluate((drawn) => drawn.getAttribute('aria-label'))).toContain(address);
      expect(await readQrCode(chromium.browser, await code!.screenshot())).toBe(address);
      if (at === 0) expect(address).toBe(tab.url());
      await panel.bringToFront();
      await button.click();
      await panel.waitForSelector('svg.qr-code', { hidden: true });
    }
    expect(askedOfTheWeb()).toEqual([]);
    await panel.close();
    await tab.close();
    await page.close();
  });

  test('erases the report in hand everywhere', async () => {
    const { page, tab, panel } = await openPanelFor(ADDRESS);
    const other = await chromium.openExtensionPage(PANEL_PATH);
    await other.waitForSelector('.noted-item');
    await panel.locator('aria/Erase now').click();
    for (const screen of [panel, other]) {
      await screen.bringToFront();
      await poll('nothing is noted', async () => (await screen.$$('.noted-item')).length === 0);
      await poll('the screen no longer says where it was', async () => !(await textOf(screen)).includes('TikTok'));
      // There is nothing left that a button could copy.
      expect(await screen.$eval('.button-primary[aria-disabled]', (all) => all.textContent)).toBe('Copy everything');
    }
    await other.close();
    const worker = await chromium.worker();
    await poll('memory holds nothing of it', async () => {
      const stored = await worker.evaluate(() => chrome.storage.session.get(null).then((all) => JSON.stringify(all)));
      return !stored.includes('7106594312292453675');
    });
    await panel.close();
    await tab.close();
    await page.close();
  });
});

test('prints the record alone, without an empty page behind it', async () => {
  const { page, tab, panel } = await openPanelFor(ADDRESS);
  const inTab = await chromium.openExtensionPage(PANEL_PATH);
  await inTab.waitForSelector('.noted-item');
  const pages = Buffer.from(await inTab.pdf())
    .toString('latin1')
    .match(/\/Type \/Page\b/g);
  expect(pages).toHaveLength(1);
  await inTab.emulateMediaType('print');
  expect(await inTab.$eval('.checklist', (list) => list.getClientRects().length)).toBe(0);
  expect(await inTab.$eval('.record', (record) => record.getClientRects().length)).toBe(1);
  for (const one of [inTab, panel, tab, page]) await one.close();
});

test('prints the checklist where there is no record, as for a child', async () => {
  await preferInBrowser(chromium, { country: 'GB', audience: 'child' });
  const panel = await chromium.openExtensionPage(PANEL_PATH);
  await panel.waitForSelector('.checklist li');
  await panel.emulateMediaType('print');
  expect(await panel.$$('.record')).toEqual([]);
  expect(await panel.$eval('.checklist', (list) => list.getClientRects().length)).toBe(1);
  await preferInBrowser(chromium, null);
  await panel.close();
});

test('a damaged report at hand costs that report, never the screen or the right form', async () => {
  const worker = await chromium.worker();
  const damaged = { link: 'https:', platform: 'tiktok', id: '<img src=x>', username: null, kind: 'constructor' };
  for (const platform of [999_999, 0]) {
    await worker.evaluate((stored) => chrome.storage.session.set({ case: stored }), {
      page: damaged,
      platform,
      situation: 'seen-online',
    });
    const panel = await chromium.openExtensionPage(PANEL_PATH);
    await panel.waitForSelector('.checklist li');
    expect(await panel.$$('[role=alert], img')).toEqual([]);
    await panel.close();
  }
  await worker.evaluate(() => chrome.storage.session.remove('case'));
});

describe('the panel stays in step', () => {
  test('with the country that is chosen in another window', async () => {
    await preferInBrowser(chromium, { country: 'GB', audience: 'adult' });
    const panel = await chromium.openExtensionPage(PANEL_PATH);
    await panel.waitForFunction(() => document.body.textContent?.includes('Call 999'));
    // With the notes come the listeners.
    await panel.waitForSelector('textarea');
    const options = await chromium.openExtensionPage(OPTIONS_PATH);
    await options.waitForSelector('#country');
    await options.select('#country', 'IE');
    await panel.bringToFront();
    await poll('the panel shows the number of the other country', async () =>
      /Call (112|999 or 112)/.test(await textOf(panel)),
    );
    await preferInBrowser(chromium, { country: 'GB', audience: 'adult' });
    await options.close();
    await panel.close();
  });

  test('with the situation that was chosen in a panel before', async () => {
    const one = await chromium.openExtensionPage(PANEL_PATH);
    await one.waitForSelector('#situation');
    await one.select('#situation', 'blackmail');
    const situationIn = (page: Page) => page.$eval('#situation', (list) => (list as HTMLSelectElement).value);
    await poll('the next panel opens with it', async () => {
      const next = await chromium.openExtensionPage(PANEL_PATH);
      await next.waitForSelector('#situation');
      const found = await situationIn(next);
      await next.close();
      return found === 'blackmail';
    });
    await one.close();
  });
});

test('what is dropped beside a field is refused: no picture is shown and no address loads', async () => {
  const panel = await chromium.openExtensionPage(PANEL_PATH);
  // With the notes come the listeners.
  await panel.waitForSelector('textarea');
  const session = await panel.createCDPSession();
  const drop = async (data: { items: { mimeType: string; data: string }[]; files?: string[] }) => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 100, y: 20, data: { ...data, dragOperationsMask: 1 } });
    }
  };
  const pages = () => chromium.browser.targets().filter((target) => target.type() === 'page').length;
  const before = pages();
  web.requested.length = 0;
  await drop({ items: [{ mimeType: 'text/uri-list', data: ADDRESS }] });
  await drop({ items: [], files: [resolve(import.meta.dirname, '../../icons/signpost-48.png')] });
  await poll('the panel says so', async () => (await textOf(panel)).includes(notesWords['notes.refused.picture']));
  expect(await panel.$eval('.said', (line) => line.classList.contains('notice-good'))).toBe(false);
  expect(pages()).toBe(before);
  expect(panel.url()).toContain(PANEL_PATH);
  expect(askedOfTheWeb()).toEqual([]);
  await panel.close();
});

test('an address that holds a picture is refused, twice, and what is typed after it is noted', async () => {
  const panel = await chromium.openExtensionPage(PANEL_PATH);
  await panel.waitForSelector('textarea');
  const paste = async () => {
    await panel.bringToFront();
    await panel.focus('textarea');
    await panel.keyboard.down('Control');
    await panel.keyboard.press('v');
    await panel.keyboard.up('Control');
  };
  await chromium.writeClipboard('see data:image/png;base64,AAAA');
  for (let times = 0; times < 2; times++) {
    await paste();
    await panel.waitForFunction(
      (said) => document.body.textContent?.includes(said),
      {},
      notesWords['notes.refused.picture'],
    );
    await poll('the field is as it was', async () => (await panel.$eval('textarea', ({ value }) => value)) === '');
  }
  await panel.keyboard.type('he wrote first');
  expect(await panel.$eval('textarea', ({ value }) => value)).toBe('he wrote first');
  const worker = await chromium.worker();
  await poll('it is noted', async () =>
    (await worker.evaluate(() => chrome.storage.session.get(null).then((all) => JSON.stringify(all)))).includes(
      'he wrote first',
    ),
  );
  await panel.close();
});

test('what is written in a field is not sent anywhere to be checked or written on', async () => {
  const panel = await chromium.openExtensionPage(PANEL_PATH);
  await panel.waitForSelector('textarea');
  const fields = await panel.$$eval('section[aria-labelledby=details-title] :is(textarea, input)', (all) =>
    all.map((field) => [field.getAttribute('spellcheck'), field.getAttribute('writingsuggestions')]),
  );
  expect(fields.length).toBeGreaterThan(4);
  expect(fields.every(([spellcheck, suggestions]) => spellcheck === 'false' && suggestions === 'false')).toBe(true);
  await panel.close();
});

test('where a school has turned notes off nothing of the page stays, and the checklist does', async () => {
  const off = { notes: 'off', country: 'GB', audience: 'adult' };
  const withPolicy = async (path: string): Promise<Page> => {
    const page = await chromium.browser.newPage();
    // The policy itself is tried in the school tests.
    await page.evaluateOnNewDocument((policy) => {
      chrome.storage.managed.get = () => Promise.resolve(policy);
    }, off as object);
    await page.goto(`chrome-extension://${chromium.extensionId}/${path}`);
    return page;
  };
  const popup = await withPolicy(`${POPUP_PATH}?${new URLSearchParams({ address: ADDRESS })}`);
  await popup.locator('aria/What to do, and what not').click();
  const panel = await withPolicy(PANEL_PATH);
  await panel.waitForSelector('.checklist li');
  await poll('it knows the place', async () => (await textOf(panel)).includes('TikTok'));
  expect(await panel.$$('input, textarea')).toEqual([]);
  const worker = await chromium.worker();
  const stored = await worker.evaluate(() => chrome.storage.session.get(null).then((all) => JSON.stringify(all)));
  expect(stored).toContain('tiktok');
  expect(stored).not.toContain('7106594312292453675');
  await popup.close();
  await panel.close();
});

test('a policy for pupils that comes late takes the search away, which has no other way out', async () => {
  const popup = await chromium.browser.newPage();
  await popup.evaluateOnNewDocument(() => {
    const held = globalThis as unknown as { policy?: object };
    chrome.storage.managed.get = (() => Promise.resolve(held.policy ?? {})) as typeof chrome.storage.managed.get;
  });
  await preferInBrowser(chromium, null);
  await popup.goto(`chrome-extension://${chromium.extensionId}/${POPUP_PATH}`);
  // What gives the search the focus comes with the listeners.
  await poll('the popup hears', () => popup.evaluate(() => document.activeElement?.id === 'search'));
  // The policy itself is tried in the school tests; here its arrival is told to the page.
  await popup.evaluate(() => {
    const contacts = [{ name: 'Ms Okafor', phone: '01632 960101' }];
    (globalThis as unknown as { policy: object }).policy = { country: 'GB', audience: 'child', contacts };
    (chrome.storage.onChanged as unknown as { dispatch(...what: unknown[]): void }).dispatch({}, 'managed');
  });
  await poll('the school’s adult is shown', async () => (await textOf(popup)).includes('Ms Okafor'));
  expect(await popup.$('#search')).toBeNull();
  await popup.close();
});

test('“Erase now” in the popup is said when it is done, and the focus stays on the screen', async () => {
  const { page, tab, panel } = await openPanelFor(ADDRESS);
  const popup = await openPopupFor(chromium, 'https://www.youtube.com/watch?v=00000000000');
  await popup.locator('aria/Erase now').click();
  await popup.waitForFunction(() => document.querySelector('.said')?.textContent === 'Erased. Nothing is kept.');
  await poll('the focus is on the title', () => popup.evaluate(() => document.activeElement?.id === 'screen-title'));
  await poll('the panel is empty', async () => !(await textOf(panel)).includes('TikTok'));
  await popup.close();
  await panel.close();
  await tab.close();
  await page.close();
});

describe('two pages that have nothing to do with each other', () => {
  const OTHER = 'https://www.youtube.com/watch?v=00000000000';
  const links = (panel: Page) =>
    panel.$$eval('.noted-item', (items) =>
      items.map((item) => /https:\S+?(?=Copy|$)/.exec(item.textContent ?? '')?.[0]),
    );
  const holds = (panel: Page, ...expected: string[]) =>
    poll(`the notes hold ${expected}`, async () => String(await links(panel)) === String(expected));

  test('become two reports where a person says so in the popup, and both are there', async () => {
    await (await chromium.worker()).evaluate(() => chrome.storage.session.clear());
    const { page, tab, panel } = await openPanelFor(ADDRESS);
    const second = await chromium.open(OTHER);
    const popup = await chromium.openPopup(second);
    await (await popup.waitForSelector('::-p-text(No, start another report)'))!.click();
    await popup.waitForSelector('::-p-text(Another report is started)');
    const form = await chromium.newTab(() => popup.click('.step-first .button-primary'));
    expect(await chromium.clipboardText()).not.toContain('tiktok');
    await holds(panel, OTHER);
    await poll('the steps are those of the other', async () => (await textOf(panel)).includes('Tell YouTube'));
    const [first] = await panel.$$('[name=report]');
    await first!.click();
    await holds(panel, ADDRESS);
    await poll('the steps are those of the first', async () => (await textOf(panel)).includes('Tell TikTok'));
    for (const one of [form.page, second, panel, tab, page]) await one.close();
  });

  test('become two reports in the panel, after they were noted in one', async () => {
    await (await chromium.worker()).evaluate(() => chrome.storage.session.clear());
    const { page, tab, panel } = await openPanelFor(ADDRESS);
    const second = await chromium.open(OTHER);
    const popup = await chromium.openPopup(second);
    await popup.waitForSelector('::-p-text(This page will go with your report on TikTok)');
    const form = await chromium.newTab(() => popup.click('.step-first .button-primary'));
    await holds(panel, ADDRESS, OTHER);
    await panel.locator('.noted-item:nth-child(2) ::-p-text(Report this page by itself)').click();
    await holds(panel, OTHER);
    expect(await panel.$$eval('[name=report]', (choices) => choices.length)).toBe(2);
    await poll('the focus is on the title', () => panel.evaluate(() => document.activeElement?.id === 'details-title'));
    await panel.locator('::-p-text(Start another report)').click();
    await holds(panel);
    await poll('it says that nothing is chosen', async () =>
      (await textOf(panel)).includes('Nothing is being reported'),
    );
    for (const one of [form.page, second, panel, tab, page]) await one.close();
  });
});

test('a report begun in a private window leaves nothing to normal windows', async () => {
  await (await chromium.worker()).evaluate(() => chrome.storage.session.clear());
  const page = await chromium.openPrivate(ADDRESS);
  // A new window shows an empty page first, which has no address to read.
  await poll('the page has loaded', () =>
    page.evaluate((address) => location.href === address && document.readyState === 'complete', ADDRESS),
  );
  const popup = await chromium.openPopup(page);
  await popup.waitForSelector('.step-first .button-primary');
  expect(await popup.evaluate(() => chrome.extension.inIncognitoContext)).toBe(true);
  await chromium.newTab(() => popup.click('.step-first .button-primary'));
  const panel = await chromium.extensionPage();
  expect(await panel.evaluate(() => chrome.extension.inIncognitoContext)).toBe(true);
  await poll('the private panel has noted it', async () => (await textOf(panel)).includes('7106594312292453675'));
  const worker = await chromium.worker();
  const stored = await worker.evaluate(() =>
    Promise.all([chrome.storage.session.get(null), chrome.storage.local.get(null)]).then((all) => JSON.stringify(all)),
  );
  expect(stored).not.toContain('7106594312292453675');
});
