import { browser, IS_FIREFOX } from './extension-api';

/** The ids that a policy names this extension by in each family of browsers; empty where this package does not know it. */
export function extensionIds(): { chromium: string; firefox: string } {
  const { id } = browser.runtime;
  if (!IS_FIREFOX) {
    return { chromium: id, firefox: browser.runtime.getManifest().browser_specific_settings?.gecko?.id ?? '' };
  }
  return { chromium: '', firefox: id };
}
