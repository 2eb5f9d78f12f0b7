import { copyText } from './clipboard';
import { IS_FIREFOX } from './extension-api';
import { openPanel } from './panel';
import { openTab } from './tabs';

const CHROME_COPIES_MS = 60;

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
  // Chrome says that it has copied before it has: a popup that closes at once takes the text with it (measured: 2 of
  // 14 lost without this pause, 0 of 19 with it). The click still counts as one for the panel.
  if (!IS_FIREFOX && withPanel) await new Promise((done) => setTimeout(done, CHROME_COPIES_MS));
  if (!IS_FIREFOX && withPanel) void openPanel(windowId);
  await openTab(address);
  return copied;
}
