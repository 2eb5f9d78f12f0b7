import { configurationProfile } from './configuration-profile';
import { CHROME, type ChromiumBrowser, type Deployment, EDGE } from './deployment';
import { firefoxPolicies } from './firefox-policies';
import { googleAdminJson } from './google-admin';
import { intuneScript } from './intune-script';
import { managedJson } from './managed-json';
import { registryFile } from './registry-file';

/**
 * The finished policies that the administrator's page offers, in its order. Words for each: `admin.output.<id>.*`.
 * `browser` is the one whose installation it writes, null where that is no browser of the Chromium family or is
 * done elsewhere.
 */
export const OUTPUTS = [
  {
    id: 'google-admin',
    file: 'signpost-google-admin.json',
    browser: null,
    write: ({ settings }: Deployment) => googleAdminJson(settings),
  },
  forBrowser('chrome-registry', 'signpost-chrome.reg', CHROME, registryFile),
  forBrowser('edge-registry', 'signpost-edge.reg', EDGE, registryFile),
  forBrowser('chrome-intune', 'signpost-chrome.ps1', CHROME, intuneScript),
  forBrowser('edge-intune', 'signpost-edge.ps1', EDGE, intuneScript),
  forBrowser('chrome-macos', 'signpost-chrome.mobileconfig', CHROME, configurationProfile),
  forBrowser('edge-macos', 'signpost-edge.mobileconfig', EDGE, configurationProfile),
  forBrowser('chrome-linux', 'signpost.json', CHROME, managedJson),
  forBrowser('edge-linux', 'signpost-edge.json', EDGE, managedJson),
  { id: 'firefox', file: 'policies.json', browser: null, write: firefoxPolicies },
] as const;

export type OutputId = (typeof OUTPUTS)[number]['id'];

function forBrowser<Id extends string>(
  id: Id,
  file: string,
  browser: ChromiumBrowser,
  write: (deployment: Deployment, browser: ChromiumBrowser) => string,
) {
  return { id, file, browser, write: (deployment: Deployment) => write(deployment, browser) };
}
