import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from './support/chromium';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';

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

  test('draws the official address as a QR code, here and without a request', async () => {
    const { page, tab, panel } = await openPanelFor(ADDRESS);
    web.requested.length = 0;
    await panel.locator('.step-first ::-p-text(Open on a phone)').click();
    await panel.waitForSelector('svg.qr-code path');
    const [label] = await panel.$$eval('svg.qr-code', (codes) => codes.map((code) => code.getAttribute('aria-label')));
    expect(label).toContain('https://www.tiktok.com/');
    expect(web.requested).toEqual([]);
    await panel.close();
    await tab.close();
    await page.close();
  });

  test('erases the report in hand everywhere', async () => {
    const { page, tab, panel } = await openPanelFor(ADDRESS);
    await panel.locator('aria/Erase now').click();
    await poll('nothing is noted', async () => (await panel.$$('.noted-item')).length === 0);
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

test('a report begun in a private window leaves nothing to normal windows', async () => {
  const page = await chromium.openPrivate(ADDRESS);
  // A new window shows an empty page first, which has no address to read.
  await poll('the page has loaded', () =>
    page.evaluate((address) => location.href === address && document.readyState === 'complete', ADDRESS),
  );
  const popup = await chromium.openPopup(page);
  await popup.waitForSelector('.step-first .button-primary');
  expect(await popup.evaluate(() => chrome.extension.inIncognitoContext)).toBe(true);
  await popup.click('.step-first .button-primary');
  await new Promise((done) => setTimeout(done, 1_500));
  const worker = await chromium.worker();
  const stored = await worker.evaluate(() =>
    Promise.all([chrome.storage.session.get(null), chrome.storage.local.get(null)]).then((all) => JSON.stringify(all)),
  );
  expect(stored).not.toContain('7106594312292453675');
});
