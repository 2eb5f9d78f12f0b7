import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { loadMessages } from './load-messages';

const messages = loadMessages();

/** The pictures of the stores: screens of the gallery on a plain ground, with a sentence of the welcome page. */
const PICTURES = [
  { name: 'adult', screens: ['popup-adult-gb-light', 'popup-adult-us-light'], words: 'welcome.does.1' },
  { name: 'child', screens: ['popup-child-gb-light', 'popup-child-blackmail-light'], words: 'child.kind-words' },
  { name: 'panel', screens: ['panel-adult-light', 'panel-child-light'], words: 'welcome.does.3' },
];

/** README's picture: the top of this screen, as it stands there. */
const README_SCREEN = 'popup-country-guessed-light';

/** Writes README's picture `popup.png` (380 × 510): what a person sees first, without the ground of the stores' pictures. */
export async function writeReadmePicture(browser: Browser, gallery: string, folder: string): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: 380, height: 510, deviceScaleFactor: 1 });
  await page.setContent(`<style>body { margin: 0; height: 510px; overflow: hidden }</style>
    <img alt="" src="data:image/png;base64,${readFileSync(join(gallery, `${README_SCREEN}.png`)).toString('base64')}">`);
  await page.screenshot({ path: join(folder, 'popup.png') as `${string}.png` });
  await page.close();
}

/** Writes `<name>.png` (1280 × 800) for each, and the small tile `tile.png` (440 × 280). */
export async function writeStorePictures(browser: Browser, gallery: string, folder: string): Promise<void> {
  const page = await browser.newPage();
  const picture = (name: string) => readFileSync(join(gallery, `${name}.png`)).toString('base64');
  const icon = readFileSync(new URL('../icons/signpost.svg', import.meta.url), 'utf8');
  for (const { name, screens, words } of PICTURES) {
    const images = screens.map((screen) => `<img alt="" src="data:image/png;base64,${picture(screen)}">`).join('');
    await page.setViewport({ width: 1280, height: 800, deviceScaleFactor: 1 });
    await page.setContent(`<style>
      body { margin: 0; height: 800px; overflow: hidden; display: grid; grid-template-columns: 1fr auto; gap: 40px;
        box-sizing: border-box; padding: 48px 48px 0; background: #0b5c6b; color: #fff; font: 600 30px/1.35 system-ui; }
      svg { width: 72px; height: 72px } h1 { font-size: 46px; margin: 24px 0 }
      div { display: flex; gap: 24px; align-items: start } img { width: 380px; border-radius: 12px }
    </style><section>${icon}<h1>${messages['app.name']}</h1><p>${messages[words]}</p></section><div>${images}</div>`);
    await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });
  }
  await page.setViewport({ width: 440, height: 280, deviceScaleFactor: 1 });
  await page.setContent(`<style>
    body { margin: 0; height: 280px; display: grid; place-content: center; justify-items: center; background: #0b5c6b;
      color: #fff; font: 700 44px/1.2 system-ui; }
    svg { width: 112px; height: 112px; margin-bottom: 16px }
  </style>${icon}${messages['app.name']}`);
  await page.screenshot({ path: join(folder, 'tile.png') as `${string}.png` });
  await page.close();
}
