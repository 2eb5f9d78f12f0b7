import { browser, IS_FIREFOX } from './extension-api';
import { openPanel } from './panel';

/** The shortcut for the panel. Firefox opens its sidebar by a command of its own. */
export function onPanelCommand(): void {
  if (IS_FIREFOX) return;
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel') void openPanel(tab?.windowId ?? null);
  });
}
