import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AlteredCopy, alteredCopy } from './support/altered-copy';
import { CHROME_PACKAGE, type Chromium, launchChromium, POPUP_PATH } from './support/chromium';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';

const PAGE = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

/** The address of the tab in front, as this extension's popup may see it. */
async function addressSeen(popup: Awaited<ReturnType<Chromium['openPopup']>>): Promise<string | null> {
  return popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return tab?.url ?? null;
  });
}

describe('what the extension may see, in Chromium', () => {
  let web: OfflineWeb;
  let withoutActiveTab: AlteredCopy;
  let chromium: Chromium;

  beforeAll(async () => {
    web = await startOfflineWeb();
    withoutActiveTab = alteredCopy(CHROME_PACKAGE, (manifest) => {
      manifest.permissions = manifest.permissions.filter((permission: string) => permission !== 'activeTab');
    });
    chromium = await launchChromium({ web, besides: [withoutActiveTab.folder] });
  });
  afterAll(async () => {
    await chromium?.close();
    await web?.stop();
    withoutActiveTab?.remove();
  });

  it('is the address of the tab whose toolbar button was clicked', async () => {
    const page = await chromium.open(PAGE);
    const popup = await chromium.openPopup(page);
    expect(await addressSeen(popup)).toBe(PAGE);
    await popup.close();
  });

  it('is no other tab', async () => {
    await chromium.open('https://www.instagram.com/p/Cabc123/');
    const page = await chromium.open(PAGE);
    const popup = await chromium.openPopup(page);
    const addresses = await popup.evaluate(async () => (await chrome.tabs.query({})).map((tab) => tab.url ?? null));
    expect(addresses).toContain(PAGE);
    expect(addresses).not.toContain('https://www.instagram.com/p/Cabc123/');
    await popup.close();
  });

  it('is nothing without activeTab (control: the same click on a copy without the permission)', async () => {
    const page = await chromium.open(PAGE);
    const popup = await chromium.openPopup(page, chromium.besidesIds[0]);
    expect(await addressSeen(popup)).toBeNull();
    await popup.close();
  });

  it('is nothing without a click (control: the popup opened by the extension itself)', async () => {
    const page = await chromium.open(PAGE);
    await page.bringToFront();
    const worker = await chromium.worker();
    await worker.evaluate(() => chrome.action.openPopup());
    const popup = await chromium.extensionPage(POPUP_PATH);
    expect(await addressSeen(popup)).toBeNull();
    await popup.close();
  });

  it('ends when the tab goes to another site', async () => {
    const page = await chromium.open(PAGE);
    const popup = await chromium.openPopup(page);
    await popup.close();
    const worker = await chromium.worker();
    const seen = () =>
      worker.evaluate(async () => (await chrome.tabs.query({ active: true })).map((tab) => tab.url ?? null));
    // The check can fail: what was granted is seen.
    expect(await seen()).toContain(PAGE);
    await page.goto('https://www.instagram.com/p/Cabc123/');
    expect(await seen()).not.toContain('https://www.instagram.com/p/Cabc123/');
  });
});
