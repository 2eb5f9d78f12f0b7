// biome-ignore-all lint/style/noRestrictedGlobals: webextension-polyfill does not know the side panel of Chromium
import { browser, IS_FIREFOX } from './extension-api';

const PANEL_PAGE = 'src/entrypoints/panel/index.html';

/**
 * Opens the panel beside the page: side panel, sidebar, or a tab where neither exists. Browsers allow it only
 * straight from a click, so it must be called before any await.
 * @param windowId the window to open it in, null where it is not known
 * @param place whether a tab for it comes to the front, or stays behind a form that opens with it
 * @returns how it was opened; `tab` where the browser has no place beside the page or refuses it
 */
export async function openPanel(windowId: number | null, place: 'in-front' | 'behind'): Promise<'beside' | 'tab'> {
  try {
    if (IS_FIREFOX) {
      await browser.sidebarAction.open();
      return 'beside';
    }
    if (windowId !== null && chrome.sidePanel) {
      await chrome.sidePanel.open({ windowId });
      return 'beside';
    }
  } catch {
    // Firefox for Android and some Chromium browsers have the name and not the thing.
  }
  await browser.tabs.create({ url: browser.runtime.getURL(PANEL_PAGE), active: place === 'in-front' });
  return 'tab';
}
