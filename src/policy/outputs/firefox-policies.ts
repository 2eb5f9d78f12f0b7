import type { Deployment } from './deployment';

/** Firefox's `policies.json`, the same on every system. */
export function firefoxPolicies(deployment: Deployment): string {
  const file = {
    policies: {
      ExtensionSettings: {
        [deployment.firefoxId]: {
          installation_mode: 'force_installed',
          install_url: deployment.firefoxInstallUrl,
          default_area: 'navbar',
        },
      },
      '3rdparty': { Extensions: { [deployment.firefoxId]: deployment.settings } },
    },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
