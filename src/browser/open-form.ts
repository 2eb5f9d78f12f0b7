import { copyText } from './clipboard';
import { IS_FIREFOX } from './extension-api';
import { openPanel } from './panel';
import { openTab } from './tabs';

const CHROME_COPIES_MS = 60;

interface FormToOpen {
  address: string;
  /** What to paste there. */
  details: string;
  /** The window to open the panel in, null where it is not known. */
  windowId: number | null;
  /** False in the panel itself. */
  withPanel: boolean;
}

/**
 * One click: the details are copied, the panel opens and the official page opens. How is the browsers' affair: either
 * closes the popup, and ends its code, as soon as panel or tab open.
 * @returns whether the details are on the clipboard
 */
export async function openForm({ address, details, windowId, withPanel }: FormToOpen): Promise<boolean> {
  const copying = copyText(details);
  if (IS_FIREFOX) {
    // All three are asked for at once: after an await Firefox opens no sidebar, and after the sidebar the popup may
    // be gone before it has asked for the page.
    if (withPanel) void openPanel(windowId, 'behind');
    const opening = openTab(address);
    const copied = await copying;
    await opening;
    return copied;
  }
  const copied = await copying;
  if (withPanel) {
    // Chrome says that it has copied before it has: a popup that closes at once takes the text with it (measured: 2 of
    // 14 lost without this pause, 0 of 19 with it). The click still counts as one for the panel.
    await new Promise((done) => setTimeout(done, CHROME_COPIES_MS));
  }
  // The page first: the panel takes the focus, and the popup may end with the page not yet asked for (measured on a busy
  // machine: 5 of 38 lost the other way round, 0 of 36 so).
  const opening = openTab(address);
  if (withPanel) void openPanel(windowId, 'behind');
  await opening;
  return copied;
}
