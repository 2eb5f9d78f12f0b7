import { browser } from './extension-api';

/** Opens an official address in a new tab. */
export async function openTab(address: string): Promise<void> {
  await browser.tabs.create({ url: address });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Closes the tab of the page that calls it. */
export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
