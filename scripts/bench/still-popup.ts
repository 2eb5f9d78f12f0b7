import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../tests/browsers/support/chromium';
import { startOfflineWeb } from '../../tests/browsers/support/offline-web';
import { POPUP_ADDRESS } from './popup';

/**
 * Signpost's finished first screen as a page that asks nothing and runs no script: what drawing this screen costs at
 * the least, whatever fills it in.
 * @param empty the empty extension, whose popup the still one takes the place of
 */
export async function buildStillPopup(folder: string, empty: string): Promise<string> {
  const still = join(folder, 'no script');
  cpSync(empty, still, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(still, 'manifest.json'), 'utf8'));
  writeFileSync(join(still, manifest.action.default_popup), `<!doctype html>\n${await finishedScreen()}`);
  return still;
}

async function finishedScreen(): Promise<string> {
  const web = await startOfflineWeb();
  const chromium = await launchChromium({ web, timeZone: 'Europe/London' });
  try {
    const popup = await chromium.openPopup(await chromium.open(POPUP_ADDRESS));
    await popup.waitForSelector('.steps');
    return await popup.evaluate(() => {
      for (const loaded of document.querySelectorAll('script, link')) loaded.remove();
      return document.documentElement.outerHTML;
    });
  } finally {
    await chromium.close();
    await web.stop();
  }
}
