import { browser } from './extension-api';

/**
 * Calls back once after a person installed the extension. On managed devices the school explains it, so nothing
 * opens there.
 */
export function onInstalledByPerson(callback: () => void): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install') return;
    const { installType } = await browser.management.getSelf();
    if (installType !== 'admin') callback();
  });
}
