import { CAPTURED } from './captured-address';
import { browser } from './extension-api';

const POPUP_PAGE = 'src/entrypoints/popup/index.html';

/**
 * Opens the popup for an address that was taken through the context menu. The address travels in the popup's own
 * address and is stored nowhere, because the browser's session storage is shared with private windows.
 * Where the browser cannot open a popup by itself, the page opens in a tab and asks where it was.
 */
export async function openPopupFor(address: string, tabId: number | undefined): Promise<void> {
  try {
    await browser.action.setPopup({ tabId, popup: `${POPUP_PAGE}?${new URLSearchParams({ [CAPTURED]: address })}` });
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL(POPUP_PAGE) });
  } finally {
    // The next click on the icon is about its own tab again.
    await browser.action.setPopup({ tabId, popup: POPUP_PAGE });
  }
}
