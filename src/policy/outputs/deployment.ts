import type { PolicySettings } from '../policy-settings';

/** What every finished policy is made of. */
export interface Deployment {
  settings: PolicySettings;
  /** Id of the extension in Chrome and Edge: 32 letters from a to p. */
  extensionId: string;
  /** Where Chrome and Edge fetch the package and its updates. */
  updateUrl: string;
  /** Id of the extension in Firefox. */
  firefoxId: string;
  /** Where Firefox fetches the package. */
  firefoxInstallUrl: string;
}

/** Firefox's own add-on site serves the newest version of an id here. */
export function firefoxAddOns(firefoxId: string): string {
  return `https://addons.mozilla.org/firefox/downloads/latest/${encodeURIComponent(firefoxId)}/latest.xpi`;
}

export function isChromeExtensionId(id: string): boolean {
  return /^[a-p]{32}$/.test(id);
}

/** A browser of the Chromium family: where its policies stand, and how it says "always in the toolbar". */
export interface ChromiumBrowser {
  registryKey: string;
  /** macOS preference domain. */
  domain: string;
  pin: Readonly<Record<string, string>>;
  /** Where its own store serves packages and their updates. */
  store: string;
}

export const CHROME: ChromiumBrowser = {
  registryKey: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome',
  domain: 'com.google.Chrome',
  pin: { toolbar_pin: 'force_pinned' },
  store: 'https://clients2.google.com/service/update2/crx',
};

export const EDGE: ChromiumBrowser = {
  registryKey: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge',
  domain: 'com.microsoft.Edge',
  pin: { toolbar_state: 'force_shown' },
  store: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
};

/** Edge installs from Chrome's store too. */
const STORES: readonly string[] = [CHROME.store, EDGE.store];

/**
 * The entry of `ExtensionSettings` that installs the extension, keeps it installed and keeps it in the toolbar.
 * A package from a school's own server must also be told to come back there for updates: its manifest names no
 * update address, and without the override the browser would ask its store.
 */
export function forceInstalled(deployment: Deployment, browser: ChromiumBrowser): Record<string, string | boolean> {
  return {
    installation_mode: 'force_installed',
    update_url: deployment.updateUrl,
    ...(STORES.includes(deployment.updateUrl) ? {} : { override_update_url: true }),
    ...browser.pin,
  };
}
