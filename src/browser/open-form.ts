import { copyText } from './clipboard';
import { IS_FIREFOX } from './extension-api';
import { openPanel } from './panel';
import { openTab } from './tabs';

interface FormToOpen {
  address: string;
  /** Gives the details to paste there. */
  details: () => Promise<string>;
  /** The window to open the panel in, null where it is not known. */
  windowId: number | null;
  /** False in the panel itself. */
  withPanel: boolean;
}

/**
 * One click: the details are copied, the panel opens and the official page opens. The order is the browsers':
 * Firefox opens a sidebar only before any await; in Chrome the popup may close as soon as panel or tab open, so the
 * copy must be done by then.
 * @returns whether the details are on the clipboard
 */
export async function openForm({ address, details, windowId, withPanel }: FormToOpen): Promise<boolean> {
  if (IS_FIREFOX && withPanel) void openPanel(windowId);
  const copied = await copyText(await details());
  if (!IS_FIREFOX && withPanel) void openPanel(windowId);
  await openTab(address);
  return copied;
}
