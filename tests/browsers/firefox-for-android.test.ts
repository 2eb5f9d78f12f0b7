import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import panelWords from '../../src/locales/en/panel.json';
import { type AlteredCopy, alteredCopy } from './support/altered-copy';
import { OPTIONS_PATH, PANEL_PATH, POPUP_PATH } from './support/chromium';
import { FIREFOX_PACKAGE, type Firefox, type FirefoxPage, launchFirefox } from './support/firefox';
import { FIREFOX_ID } from './support/firefox-id';
import { STEP_BUTTONS, unfold } from './support/main-flow';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';

const VIDEO = 'https://www.youtube.com/watch?v=00000000000';

// The program itself cannot run here. What sets it apart is tried in Firefox for the desktop: there is no sidebar, no
// menu, no shortcut and no window beside another (without their keys in the manifest the browser has no such API
// either), the popup is a page, and the screen is a telephone's.
describe('without what Firefox for Android has not, on a screen of its size', () => {
  let web: OfflineWeb;
  let firefox: Firefox;
  let copy: AlteredCopy;

  beforeAll(async () => {
    web = await startOfflineWeb();
    copy = alteredCopy(FIREFOX_PACKAGE, (manifest) => {
      delete manifest.sidebar_action;
      delete manifest.commands;
      manifest.permissions = manifest.permissions.filter((permission: string) => permission !== 'contextMenus');
    });
    firefox = await launchFirefox({
      extension: copy.folder,
      extensionId: FIREFOX_ID,
      web,
      timeZone: 'Europe/London',
      // A telephone's scroll bars lie over the page.
      preferences: { 'intl.accept_languages': 'en-GB, en', 'ui.useOverlayScrollbars': 1 },
    });
  });
  afterAll(async () => {
    await firefox?.close();
    await web?.stop();
    copy?.remove();
  });

  async function openOnTelephone(path: string, width = 360): Promise<FirefoxPage> {
    const page = await firefox.openExtensionPage(path);
    await firefox.bidi.send('browsingContext.setViewport', {
      context: page.context,
      viewport: { width, height: 740 },
    });
    // The popup has the width of the desktop's until it has met this one; nothing is touched before.
    await poll('the page has its width', () =>
      page.evaluate((wide) => document.body.getBoundingClientRect().width <= wide, width),
    );
    return page;
  }
  const popupFor = (address: string, width?: number) =>
    openOnTelephone(`${POPUP_PATH}?${new URLSearchParams({ address })}`, width);
  const showsSteps = (page: FirefoxPage) =>
    poll('the steps are shown', () => page.evaluate((steps) => document.querySelector(steps) !== null, STEP_BUTTONS));
  const panelIsOpen = () =>
    poll('the panel is open', async () =>
      (await firefox.tabAddresses()).some((address) => address.endsWith(`/${PANEL_PATH}`)),
    );

  it('the browser has none of these APIs', async () => {
    const page = await popupFor(VIDEO);
    const found = await page.evaluate(() =>
      ['sidebarAction', 'contextMenus', 'menus', 'commands'].filter(
        (name) => (globalThis as unknown as { browser: Record<string, unknown> }).browser[name] !== undefined,
      ),
    );
    expect(found).toEqual([]);
    await firefox.closeOtherTabs();
  });

  it.each([360, 320])('nothing is wider than a screen of %d px, everything opened', async (width) => {
    for (const { page, drawn } of [
      { page: await popupFor(VIDEO, width), drawn: STEP_BUTTONS },
      { page: await openOnTelephone(PANEL_PATH, width), drawn: 'textarea' },
      { page: await openOnTelephone(OPTIONS_PATH, width), drawn: '#notes' },
    ]) {
      await poll('the page is drawn', () => page.evaluate((part) => document.querySelector(part) !== null, drawn));
      await page.evaluate(unfold);
      await poll('it fits', () =>
        page.evaluate(
          (wide) => innerWidth === wide && document.documentElement.scrollWidth <= document.documentElement.clientWidth,
          width,
        ),
      );
    }
    await firefox.closeOtherTabs();
  });

  it('one touch opens the form in front, and the panel in a tab behind it', async () => {
    await firefox.writeClipboard('something else');
    const popup = await popupFor(VIDEO);
    await showsSteps(popup);
    await popup.clickSelector(STEP_BUTTONS);
    await panelIsOpen();
    const front = () =>
      firefox.inBrowserWindow<string>(`gBrowser.selectedBrowser.currentURI.spec`).then((address) => new URL(address));
    await poll('the form is in front', async () => (await front()).hostname.endsWith('google.com'));
    await poll('the details are copied', async () => (await firefox.clipboardText()).includes(VIDEO));
    await firefox.closeOtherTabs();
  });

  it('“Checklist and notes” opens the panel in front', async () => {
    const popup = await popupFor(VIDEO);
    await showsSteps(popup);
    await popup.clickSelector('.screen-foot .button');
    await poll('the panel is in front', async () =>
      (await firefox.inBrowserWindow<string>(`gBrowser.selectedBrowser.currentURI.spec`)).endsWith(`/${PANEL_PATH}`),
    );
    const title = await firefox.inBrowserWindow<string>(`gBrowser.selectedTab.label`);
    expect(title).toBeTruthy();
    await firefox.closeOtherTabs();
  });

  it('the options say nothing of shortcuts, and nothing fails', async () => {
    const options = await openOnTelephone(OPTIONS_PATH);
    await poll('the options are drawn', () => options.evaluate(() => document.querySelector('#notes') !== null));
    expect(await options.evaluate(() => document.querySelector('#shortcuts, [role=alert]') === null)).toBe(true);
    const panel = await openOnTelephone(PANEL_PATH);
    const text = () => panel.evaluate(() => document.body.textContent ?? '');
    await poll('the panel has its checklist', async () => (await text()).includes(panelWords['panel.checklist']));
    expect(await panel.evaluate(() => document.querySelector('[role=alert]') === null)).toBe(true);
  });
});
