import { browser, IS_FIREFOX } from './extension-api';
import { openPanel } from './panel';

/** The shortcut for the panel. Firefox opens its sidebar by a command of its own. */
export function onPanelCommand(): void {
  if (IS_FIREFOX) return;
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel') void openPanel(tab?.windowId ?? null, 'in-front');
  });
}

export interface Shortcut {
  /** `_execute_action` for the popup, otherwise the command's own name. */
  command: string;
  description: string;
  /** Empty where none is set. */
  keys: string;
}

/** The shortcuts as they are now; a person may have changed them. Empty where the browser has none (Android). */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.map(({ name, description, shortcut }) => ({
    command: name ?? '',
    description: description ?? '',
    keys: shortcut ?? '',
  }));
}

/** Opens the browser's own page for changing shortcuts. */
export async function openShortcutSettings(): Promise<void> {
  if (IS_FIREFOX) await (browser.commands as { openShortcutSettings?: () => Promise<void> }).openShortcutSettings?.();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
