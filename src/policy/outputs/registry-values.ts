import type { SettingValue } from '../policy-settings';
import { type ChromiumBrowser, type Deployment, forceInstalled } from './deployment';

/** One value in the Windows registry. */
export interface RegistryValue {
  key: string;
  name: string;
  type: 'String' | 'DWord';
  value: string | number;
}

/** The key that holds the settings alone, so that it can be emptied before it is written again. */
export function settingsKey(deployment: Deployment, browser: ChromiumBrowser): string {
  return `${browser.registryKey}\\3rdparty\\extensions\\${deployment.extensionId}\\policy`;
}

/** The whole policy as registry values. Lists are written as JSON text, which Chromium reads back as a list. */
export function registryValues(deployment: Deployment, browser: ChromiumBrowser): RegistryValue[] {
  const install = `${browser.registryKey}\\ExtensionSettings\\${deployment.extensionId}`;
  return [
    ...Object.entries(forceInstalled(deployment, browser)).map(([name, value]) => registryValue(install, name, value)),
    ...Object.entries(deployment.settings).map(([name, value]) =>
      registryValue(settingsKey(deployment, browser), name, value),
    ),
  ];
}

function registryValue(key: string, name: string, value: SettingValue): RegistryValue {
  if (typeof value === 'boolean') return { key, name, type: 'DWord', value: value ? 1 : 0 };
  return { key, name, type: 'String', value: typeof value === 'string' ? value : JSON.stringify(value) };
}
