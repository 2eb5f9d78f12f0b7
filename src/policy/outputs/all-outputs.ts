import { configurationProfile } from './configuration-profile';
import { CHROME, type Deployment, EDGE } from './deployment';
import { firefoxPolicies } from './firefox-policies';
import { googleAdminJson } from './google-admin';
import { intuneScript } from './intune-script';
import { managedJson } from './managed-json';
import { registryFile } from './registry-file';

/** The finished policies that the administrator's page offers, in its order. Words for each: `admin.output.<id>.*`. */
export const OUTPUTS = [
  {
    id: 'google-admin',
    file: 'signpost-google-admin.json',
    write: ({ settings }: Deployment) => googleAdminJson(settings),
  },
  { id: 'chrome-registry', file: 'signpost-chrome.reg', write: (all: Deployment) => registryFile(all, CHROME) },
  { id: 'edge-registry', file: 'signpost-edge.reg', write: (all: Deployment) => registryFile(all, EDGE) },
  { id: 'chrome-intune', file: 'signpost-chrome.ps1', write: (all: Deployment) => intuneScript(all, CHROME) },
  { id: 'edge-intune', file: 'signpost-edge.ps1', write: (all: Deployment) => intuneScript(all, EDGE) },
  {
    id: 'chrome-macos',
    file: 'signpost-chrome.mobileconfig',
    write: (all: Deployment) => configurationProfile(all, CHROME),
  },
  { id: 'edge-macos', file: 'signpost-edge.mobileconfig', write: (all: Deployment) => configurationProfile(all, EDGE) },
  { id: 'chrome-linux', file: 'signpost.json', write: (all: Deployment) => managedJson(all, CHROME) },
  { id: 'edge-linux', file: 'signpost-edge.json', write: (all: Deployment) => managedJson(all, EDGE) },
  { id: 'firefox', file: 'policies.json', write: firefoxPolicies },
] as const;

export type OutputId = (typeof OUTPUTS)[number]['id'];
