import { afterAll, beforeAll, expect, test } from 'vitest';
import { popupFiles } from '../../scripts/bench/popup-bytes';
import { TEND_REQUEST } from '../../src/browser/tend-request';
import { CHROME_PACKAGE, type Chromium, launchChromium } from './support/chromium';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';

// Budgets on bytes and on counts of work, never on time: docs/performance.md has the times.
const POPUP_GZIPPED = 40 * 1024;
const POPUP_FILES = 5;
const ELEMENTS_AT_FIRST = 140;

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

test.each([
  ['youtube', 'GB'],
  // The largest record of a platform and that of a country: less for every other page.
  ['facebook', 'GB'],
  ['facebook', 'US'],
  ['snapchat', 'DE'],
  ['roblox', 'AU'],
])('what the popup loads for %s in %s stays within its budget', (platform, country) => {
  const files = popupFiles(CHROME_PACKAGE, platform, country);
  expect(files.length).toBeLessThanOrEqual(POPUP_FILES);
  expect(files.reduce((sum, { gzipped }) => sum + gzipped, 0)).toBeLessThan(POPUP_GZIPPED);
});

test('the first screen is made of few elements', async () => {
  const page = await chromium.open('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
  const popup = await chromium.openPopup(page);
  await popup.waitForSelector('.steps');
  expect(await popup.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(ELEMENTS_AT_FIRST);
  await popup.close();
  await page.close();
});

test('nothing wakes while the popup is closed and ten tabs navigate', async () => {
  await chromium.worker();
  await chromium.stopWorker();
  let woke = false;
  const hear = (target: { type(): string; url(): string }) => {
    if (target.type() === 'service_worker' && target.url().includes(chromium.extensionId)) woke = true;
  };
  chromium.browser.on('targetcreated', hear);
  for (let tab = 0; tab < 10; tab++) {
    const page = await chromium.open(`https://www.youtube.com/watch?v=dQw4w9WgXc${tab}`);
    await page.goto(`https://www.reddit.com/r/help/comments/abc12${tab}/example/`);
    await page.close();
  }
  expect(woke).toBe(false);
  expect(chromium.isWorkerRunning()).toBe(false);

  // The check can fail: what does wake the background is seen.
  const page = await chromium.openExtensionPage('src/entrypoints/options/index.html');
  await page.evaluate((request) => chrome.runtime.sendMessage(request).catch(() => undefined), TEND_REQUEST);
  // Not `worker()`, which would wake it itself.
  await poll('the background runs', async () => chromium.isWorkerRunning());
  expect(woke).toBe(true);
  chromium.browser.off('targetcreated', hear);
});
