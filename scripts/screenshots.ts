import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { setAppearance } from '../tests/browsers/support/appearance';
import { type Chromium, launchChromium } from '../tests/browsers/support/chromium';
import { startOfflineWeb } from '../tests/browsers/support/offline-web';
import { inDocumentDirection, preferInBrowser, SCREENS, type Screen } from '../tests/browsers/support/screens';
import { buildPackages } from './build';
import { writeReadmePicture, writeStorePictures } from './store-pictures';

/**
 * Writes a picture of every screen and state into out/screenshots, to be looked at one by one. The pictures come
 * from the package that SIGNPOST_PACKAGE names, otherwise from one built first, in a real Chromium. A run over all of
 * them also makes README's picture and those of the stores from them, in docs/pictures.
 * Words after the command choose the screens whose names hold one of them.
 */
const folder = resolve(import.meta.dirname, '../out/screenshots');
const docsPictures = resolve(import.meta.dirname, '../docs/pictures');
const wanted = process.argv.slice(2);

interface Look {
  name: string;
  colours: 'light' | 'dark';
  forcedColours?: boolean;
  direction?: 'rtl';
  /** Width in CSS pixels; the screen's own where left out. */
  width?: number;
}

const LOOKS: Look[] = [
  { name: 'light', colours: 'light' },
  { name: 'dark', colours: 'dark' },
  { name: 'forced', colours: 'dark', forcedColours: true },
  { name: 'rtl', colours: 'light', direction: 'rtl' },
  { name: '320', colours: 'light', width: 320 },
];

async function picture(page: Page, screen: Screen, look: Look): Promise<void> {
  await page.setViewport({ width: look.width ?? screen.width, height: screen.height, deviceScaleFactor: 1 });
  await setAppearance(page, { colours: look.colours, forcedColours: look.forcedColours ?? false });
  await inDocumentDirection(page, look.direction ?? 'ltr');
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  // A view as tall as the page: captures beyond the view sometimes repeat its top.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width: look.width ?? screen.width, height: Math.max(height, 120), deviceScaleFactor: 1 });
  await page.screenshot({ path: join(folder, `${screen.name}-${look.name}.png`) as `${string}.png` });
}

async function pictures(chromium: Chromium, screen: Screen): Promise<void> {
  await preferInBrowser(chromium, screen.preferences ?? null);
  const page = await screen.open(chromium);
  // The side panel slides in when it opens first, and a picture taken meanwhile repeats its top.
  if (!screen.isPopup) await new Promise((resume) => setTimeout(resume, 700));
  for (const look of screen.looks === 'light only' ? LOOKS.slice(0, 1) : LOOKS) await picture(page, screen, look);
  await page.close();
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
mkdirSync(docsPictures, { recursive: true });
if (!process.env.SIGNPOST_PACKAGE) await buildPackages(undefined, ['chrome']);
const web = await startOfflineWeb();
const chromium = await launchChromium({
  web,
  timeZone: 'Europe/London',
});
try {
  for (const screen of SCREENS) {
    if (wanted.length === 0 || wanted.some((word) => screen.name.includes(word))) await pictures(chromium, screen);
  }
  if (wanted.length === 0) {
    await writeReadmePicture(chromium.browser, folder, docsPictures);
    await writeStorePictures(chromium.browser, folder, docsPictures);
  }
} finally {
  await chromium.close();
  await web.stop();
}
