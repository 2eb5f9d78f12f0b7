import { browser } from './extension-api';

export interface ActiveTab {
  /** The address as the browser shows it; null where the browser does not tell it (new tab, settings, error pages). */
  address: string | null;
  windowId: number | null;
  private: boolean;
}

/** The tab the person is on. Its address is only there after a click on the icon, the shortcut or the menu (activeTab). */
export async function readActiveTab(): Promise<ActiveTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return {
    address: tab?.url || null,
    windowId: tab?.windowId ?? null,
    private: tab?.incognito ?? browser.extension.inIncognitoContext ?? false,
  };
}
