import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium, OPTIONS_PATH, PANEL_PATH, POPUP_PATH } from './support/chromium';
import { launchFirefox } from './support/firefox';
import { FIREFOX_ID } from './support/firefox-id';
import { STEP_BUTTONS } from './support/main-flow';
import { hostsLookedUp, requestsByExtension } from './support/network-log';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';

const CONTROL = resolve(import.meta.dirname, 'fixtures/network-control');
const PAGE = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const ALL_PAGES = [
  POPUP_PATH,
  PANEL_PATH,
  OPTIONS_PATH,
  'src/entrypoints/welcome/index.html',
  'src/entrypoints/admin/index.html',
];
const logs = mkdtempSync(join(tmpdir(), 'signpost-network-'));
afterAll(() => rmSync(logs, { recursive: true, force: true }));

/** Time for a request that a page starts late to show in the log. */
const settle = () => new Promise((resume) => setTimeout(resume, 700));

/** Opens everything that can be opened in a page: every choice of every list, every folded part. */
async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const choices = await page.$$eval('select', (lists) =>
    lists.map((list) => [...list.options].map((option) => option.value)),
  );
  for (const [at, values] of choices.entries()) {
    for (const value of values) {
      const list = (await page.$$('select'))[at];
      await list?.select(value);
    }
  }
}

describe('in Chromium, over popup, panel, options and every other page', () => {
  let web: OfflineWeb;
  let ours: string[];
  let controls: string[];

  beforeAll(async () => {
    web = await startOfflineWeb();
    const networkLog = join(logs, 'flows.json');
    const chromium = await launchChromium({ web, besides: [CONTROL], networkLog });
    const opened: string[] = [];
    try {
      const page = await chromium.open(PAGE);
      const popup = await chromium.openPopup(page);
      await touchEverything(popup);
      await settle();
      await popup.close();
      opened.push(await openFirstForm(chromium, page));
      await touchEverything(await chromium.extensionPage(PANEL_PATH));
      for (const path of ALL_PAGES) {
        const tab = await chromium.openExtensionPage(path);
        await touchEverything(tab);
        await settle();
        await tab.close();
      }
      const control = await chromium.openPopup(page, chromium.besidesIds[0]);
      await settle();
      await control.close();
    } finally {
      await chromium.close();
    }
    ours = requestsByExtension(networkLog, chromium.extensionId, opened);
    controls = requestsByExtension(networkLog, chromium.besidesIds[0]!);
  });
  afterAll(() => web?.stop());

  it('the extension asks the network for nothing', () => {
    expect(ours).toEqual([]);
  });

  it.each(['popup-fetch.test', 'worker-fetch.test', 'beacon.test', 'socket.test', 'image.test', 'frame.test'])(
    'the check sees a request when there is one (control: %s)',
    (host) => {
      expect(controls.map((address) => new URL(address).hostname)).toContain(host);
    },
  );
});

describe('in Chromium without any network, hints to connect included', () => {
  it('no host is looked up for the extension, and the check sees the control’s hints', async () => {
    const lookedUp = async (name: string, extension: string | undefined, paths: string[]) => {
      const networkLog = join(logs, `${name}.json`);
      const chromium = await launchChromium({ extension, networkLog });
      try {
        for (const path of paths) await chromium.openExtensionPage(path);
        await settle();
      } finally {
        await chromium.close();
      }
      return hostsLookedUp(networkLog);
    };
    const control = await lookedUp('control', CONTROL, [POPUP_PATH]);
    expect([...control]).toEqual(expect.arrayContaining(['preconnect.test', 'dns-prefetch.test', 'popup-fetch.test']));
    const browserAlone = await lookedUp('alone', resolve(import.meta.dirname, 'fixtures/empty'), [POPUP_PATH]);
    const ours = await lookedUp('ours', undefined, ALL_PAGES);
    expect([...ours].filter((host) => !browserAlone.has(host))).toEqual([]);
  });
});

describe('in Firefox, over popup, sidebar, options and every other page', () => {
  it('the extension asks the network for nothing, and the check sees the control’s requests', async () => {
    const web = await startOfflineWeb();
    const firefox = await launchFirefox({ extensionId: FIREFOX_ID, besides: [CONTROL], web });
    try {
      await firefox.open(PAGE);
      await firefox.openPopup();
      await settle();
      await firefox.closePopup();
      for (const path of ALL_PAGES) await firefox.openExtensionPage(path);
      await firefox.openPopup('network-control@signpost.example');
      const controlHosts = () =>
        firefox
          .extensionRequests()
          .then((all) =>
            all.filter(({ addon }) => addon !== FIREFOX_ID).map(({ address }) => new URL(address).hostname),
          );
      const kinds = ['popup-fetch.test', 'worker-fetch.test', 'beacon.test', 'socket.test', 'image.test', 'frame.test'];
      await poll('the control’s requests are seen', async () => (await controlHosts()).length >= kinds.length).catch(
        () => undefined,
      );
      expect((await controlHosts()).sort()).toEqual(expect.arrayContaining(kinds));
      expect((await firefox.extensionRequests()).filter(({ addon }) => addon === FIREFOX_ID)).toEqual([]);
    } finally {
      await firefox.close();
      await web.stop();
    }
  });
});

/** The main job once, so that copying, the panel and the official tab are part of what is watched. */
async function openFirstForm(chromium: Chromium, page: Page): Promise<string> {
  const popup = await chromium.openPopup(page);
  await popup.waitForSelector(STEP_BUTTONS);
  const { address } = await chromium.newTab(() => popup.click(STEP_BUTTONS));
  return address;
}
