import { type ChromiumBrowser, type Deployment, forceInstalled } from './deployment';

/** A file for the managed policies folder of Chrome, Chromium or Edge on Linux. */
export function managedJson(deployment: Deployment, browser: ChromiumBrowser): string {
  const file = {
    ExtensionSettings: { [deployment.extensionId]: forceInstalled(deployment, browser) },
    '3rdparty': { extensions: { [deployment.extensionId]: deployment.settings } },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
