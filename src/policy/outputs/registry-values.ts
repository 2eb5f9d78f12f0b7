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
    ...Object.entries(forceInstalled(deployment, browser)).map(([name, value]) => text(install, name, value)),
    ...Object.entries(deployment.settings).map(([name, value]): RegistryValue => {
      const key = settingsKey(deployment, browser);
      if (typeof value === 'boolean') return { key, name, type: 'DWord', value: value ? 1 : 0 };
      return text(key, name, typeof value === 'string' ? value : JSON.stringify(value));
    }),
  ];
}

function text(key: string, name: string, value: string): RegistryValue {
  return { key, name, type: 'String', value };
}
