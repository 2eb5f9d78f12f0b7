import { browser } from './extension-api';

const POPUP_PAGE = 'src/entrypoints/popup/index.html';

/** Opens the popup as a click on the icon would; as a tab where the browser cannot do that. */
export async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL(POPUP_PAGE) });
  }
}
