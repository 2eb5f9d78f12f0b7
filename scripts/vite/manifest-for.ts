import type { CrxPlugin, ManifestV3Export } from '@crxjs/vite-plugin';
import manifest from '../../manifest.json' with { type: 'json' };

export type Target = 'chrome' | 'firefox';

/** The one manifest at the top, as each browser needs it. */
export function manifestFor(target: Target): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, incognito, ...shared } = manifest;
  if (target === 'chrome') return { ...shared, minimum_chrome_version, incognito } as ManifestV3Export;
  return {
    ...shared,
    permissions: shared.permissions.filter((permission) => permission !== 'sidePanel'),
    background: { scripts: [shared.background.service_worker], type: 'module' },
    browser_specific_settings,
  } as ManifestV3Export;
}

/**
 * Firefox calls the panel a sidebar. The builder knows only Chrome's key, so the panel is built under that name
 * and renamed when the manifest is written. Firefox also takes no managed schema and has its own panel command.
 */
export function sidebarForFirefox(target: Target): CrxPlugin {
  return {
    name: 'signpost-sidebar',
    renderCrxManifest(built) {
      if (target !== 'firefox') return built;
      const { side_panel, storage: _managedSchema, commands, ...rest } = built;
      const { 'open-panel': openPanel, ...otherCommands } = commands ?? {};
      return {
        ...rest,
        commands: { ...otherCommands, _execute_sidebar_action: openPanel },
        sidebar_action: {
          default_panel: side_panel?.default_path,
          default_title: 'Signpost',
          default_icon: { 16: 'icons/signpost-16.png', 32: 'icons/signpost-32.png' },
          open_at_install: false,
        },
      } as typeof built;
    },
  };
}
