import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium, OPTIONS_PATH, PANEL_PATH, POPUP_PATH } from './support/chromium';
import { type FirefoxPage, launchFirefox } from './support/firefox';
import { FIREFOX_ID } from './support/firefox-id';
import { notesAreFetched, STEP_BUTTONS, unfold } from './support/main-flow';
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
/** The control's requests, by the host of each kind. */
const KINDS = ['popup-fetch.test', 'worker-fetch.test', 'beacon.test', 'socket.test', 'image.test', 'frame.test'];
const logs = mkdtempSync(join(tmpdir(), 'signpost-network-'));
afterAll(() => rmSync(logs, { recursive: true, force: true }));

/** Time for a request that a page starts late to show in the log. */
const settle = (milliseconds = 700) => new Promise((resume) => setTimeout(resume, milliseconds));

/** Of a long list only so many choices, and its last. */
const CHOICES_TRIED = 8;

/**
 * Opens what can be opened in a page: every folded part, the first choices and the last of every list.
 *
 * @returns how much was touched.
 */
async function touchEverything(page: Page): Promise<number> {
  await page.waitForSelector('h1');
  let touched = await page.evaluate(() => {
    const folded = [...document.querySelectorAll('details')];
    for (const details of folded) details.open = true;
    return folded.length;
  });
  const choices = await page.$$eval('select', (lists) =>
    lists.map((list) => [...list.options].map((option) => option.value)),
  );
  for (const [at, values] of choices.entries()) {
    for (const value of new Set([...values.slice(0, CHOICES_TRIED), ...values.slice(-1)])) {
      const list = (await page.$$('select'))[at];
      if (!list) continue;
      await list.select(value);
      touched++;
    }
  }
  return touched;
}

describe('in Chromium, over popup, panel, options and every other page', () => {
  let web: OfflineWeb;
  let ours: string[];
  let controls: string[];

  async function goThroughEverything(name: string): Promise<void> {
    const networkLog = join(logs, `${name}.json`);
    const chromium = await launchChromium({ web, besides: [CONTROL], networkLog });
    const opened: string[] = [];
    try {
      const page = await chromium.open(PAGE);
      const popup = await chromium.openPopup(page);
      expect(await touchEverything(popup)).toBeGreaterThan(0);
      await settle();
      await popup.close();
      opened.push(await openFirstForm(chromium, page));
      expect(await touchEverything(await chromium.extensionPage(PANEL_PATH))).toBeGreaterThan(0);
      for (const path of ALL_PAGES) {
        const tab = await chromium.openExtensionPage(path);
        const touched = await touchEverything(tab);
        // In a tab of its own the popup has no address and asks for the place, in a field.
        if (path !== POPUP_PATH) expect(touched, path).toBeGreaterThan(0);
        await settle();
        await tab.close();
      }
      const control = await chromium.openPopup(page, chromium.besidesIds[0]);
      // What is missing fails a test below, by its name.
      await poll('the control has asked for everything', async () =>
        KINDS.every((host) => web.requested.some((address) => new URL(address).hostname === host)),
      ).catch(() => undefined);
      await control.close();
    } finally {
      await chromium.close();
    }
    ours = requestsByExtension(networkLog, chromium.extensionId, opened);
    controls = requestsByExtension(networkLog, chromium.besidesIds[0]!);
  }

  beforeAll(async () => {
    web = await startOfflineWeb();
    // A hook is not tried again by itself as a test is.
    await goThroughEverything('flows').catch(() => goThroughEverything('flows-again'));
  });
  afterAll(() => web?.stop());

  it('the extension asks the network for nothing', () => {
    expect(ours).toEqual([]);
  });

  it.each(KINDS)('the check sees a request when there is one (control: %s)', (host) => {
    expect(controls.map((address) => new URL(address).hostname)).toContain(host);
  });
});

describe('in Chromium without any network, hints to connect included', () => {
  it('no host is looked up for the extension, and the check sees the control’s hints', async () => {
    const lookedUp = async (name: string, extension: string | undefined, paths: string[], drawn: string) => {
      const networkLog = join(logs, `${name}.json`);
      const chromium = await launchChromium({ extension, networkLog });
      try {
        for (const path of paths) {
          const page = await chromium.openExtensionPage(path);
          await page.waitForSelector(drawn);
        }
        // Hints show in nothing but the finished log, so they cannot be waited for.
        await settle(2_000);
      } finally {
        await chromium.close();
      }
      return hostsLookedUp(networkLog);
    };
    const control = await lookedUp('control', CONTROL, [POPUP_PATH], 'h1');
    expect([...control]).toEqual(expect.arrayContaining(['preconnect.test', 'dns-prefetch.test', 'popup-fetch.test']));
    const browserAlone = await lookedUp('alone', resolve(import.meta.dirname, 'fixtures/empty'), [POPUP_PATH], 'p');
    const ours = await lookedUp('ours', undefined, ALL_PAGES, 'h1');
    expect([...ours].filter((host) => !browserAlone.has(host))).toEqual([]);
  });
});

describe('in Firefox, over popup, sidebar, options and every other page', () => {
  it('the extension asks the network for nothing, and the check sees the control’s requests', async () => {
    const web = await startOfflineWeb();
    const firefox = await launchFirefox({ extensionId: FIREFOX_ID, besides: [CONTROL], web });
    try {
      await firefox.open(PAGE);
      const popup = await firefox.openPopup();
      const isDrawn = (page: FirefoxPage, part: string) =>
        poll(`${part} is drawn`, () => page.evaluate((asked) => document.querySelector(asked) !== null, part));
      await isDrawn(popup, STEP_BUTTONS);
      await notesAreFetched(firefox, popup);
      // The same click opens the form and the sidebar.
      await firefox.newTab(() => popup.clickSelector(STEP_BUTTONS));
      const pages = [await firefox.sidebar()];
      for (const path of ALL_PAGES) pages.push(await firefox.openExtensionPage(path));
      for (const page of pages) {
        await isDrawn(page, 'h1');
        await page.evaluate(unfold);
      }
      await settle();
      await firefox.openPopup('network-control@signpost.example');
      const controlHosts = () =>
        firefox
          .extensionRequests()
          .then((all) =>
            all.filter(({ addon }) => addon !== FIREFOX_ID).map(({ address }) => new URL(address).hostname),
          );
      await poll('the control’s requests are seen', async () => {
        const hosts = await controlHosts();
        return KINDS.every((host) => hosts.includes(host));
      }).catch(() => undefined);
      expect(await controlHosts()).toEqual(expect.arrayContaining(KINDS));
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
