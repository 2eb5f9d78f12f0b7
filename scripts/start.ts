import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../tests/browsers/support/chromium';
import { launchFirefox } from '../tests/browsers/support/firefox';
import { FIREFOX_ID } from '../tests/browsers/support/firefox-id';
import { STEP_BUTTONS } from '../tests/browsers/support/main-flow';
import { startOfflineWeb } from '../tests/browsers/support/offline-web';
import { poll } from '../tests/browsers/support/poll';
import { buildPackages } from './build';
import { type FoundBrowser, findAnyBrowser, findOrInstallBrowser } from './find-browser';

const USAGE = `npm start [-- --headless]

Builds Signpost, opens an installed browser with it, and a start page of addresses to try. SIGNPOST_BROWSER names the
browser's program. With --headless, or where there is no display, it does the main job once without a window and
saves pictures of the popup and the panel under out/.`;

const TO_TRY = [
  'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  'https://www.facebook.com/groups/123456789012345/',
  'https://www.instagram.com/p/Cabc123DEF4/',
  'https://www.snapchat.com/add/example.name',
  'https://www.liveme.com/us/u/123456789',
  'https://forum.example/thread/12',
];

const out = resolve(import.meta.dirname, '../out');
const here = (path: string) => relative(process.cwd(), path);

function startPage(): string {
  const items = TO_TRY.map((address) => `<li><a href="${address}">${address}</a></li>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Signpost: addresses to try</title>
<h1>Addresses to try with Signpost</h1>
<p>Open one, then click Signpost's button in the toolbar (under the puzzle piece). Nothing has to be on the page: the
address alone is read.</p><ul>${items}</ul></html>`;
}

/** Opens a window and leaves it to the person; ends when they close it. The profile is thrown away. */
async function openWindow(found: FoundBrowser): Promise<void> {
  mkdirSync(out, { recursive: true });
  const page = join(out, 'start-page.html');
  writeFileSync(page, startPage());
  const profile = mkdtempSync(join(tmpdir(), 'signpost-start-'));
  try {
    if (found.kind === 'firefox') {
      const firefox = await launchFirefox({
        extensionId: FIREFOX_ID,
        program: found.path,
        headless: false,
        profile,
        keepWelcome: true,
      });
      await firefox.open(`file://${page}`);
      console.log('Firefox is open with Signpost in it. Close it to end.');
      await firefox.ended;
    } else {
      const chromium = await launchChromium({ program: found.path, headless: false, profile, keepWelcome: true });
      await chromium.open(`file://${page}`);
      console.log('The browser is open with Signpost in it. Close it to end.');
      await new Promise<void>((done) => chromium.browser.once('disconnected', () => done()));
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Where a plan stands on the popup's screen. Text only, as a person would read it from top to bottom. */
const readPlan = () =>
  [...document.querySelectorAll('h1, .emergency, .safe-line, .page-line p, .step h3, .step .button')]
    .map((line) => (line.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** The main job on a YouTube address, served without a network. */
async function demonstrate(found: FoundBrowser): Promise<void> {
  mkdirSync(out, { recursive: true });
  const pictures = { popup: join(out, 'popup.png'), panel: join(out, 'panel.png') };
  const web = await startOfflineWeb();
  const [address] = TO_TRY as [string];
  const surroundings = { web, program: found.path, timeZone: 'Europe/London' };
  let plan: string[];
  let opened: string;
  let copied: string;
  if (found.kind === 'firefox') {
    const firefox = await launchFirefox({
      ...surroundings,
      extensionId: FIREFOX_ID,
      preferences: { 'intl.accept_languages': 'en-GB, en' },
    });
    try {
      await firefox.open(address);
      const popup = await firefox.openPopup();
      plan = await poll('the popup shows the plan', async () => {
        const lines = await popup.evaluate(readPlan);
        return lines.length > 2 ? lines : null;
      });
      writeFileSync(pictures.popup, await popup.screenshot());
      opened = await firefox.newTab(() => popup.clickSelector(STEP_BUTTONS));
      const panel = await firefox.sidebar();
      await poll('the panel shows the checklist', () =>
        panel.evaluate(() => document.querySelector('.checklist li') !== null),
      );
      writeFileSync(pictures.panel, await panel.screenshot());
      copied = await firefox.clipboardText();
    } finally {
      await firefox.close();
      await web.stop();
    }
  } else {
    const chromium = await launchChromium({ ...surroundings, language: 'en-GB' });
    try {
      const popup = await chromium.openPopup(await chromium.open(address));
      await popup.waitForSelector(STEP_BUTTONS);
      plan = await popup.evaluate(readPlan);
      writeFileSync(pictures.popup, await popup.screenshot());
      opened = (await chromium.newTab(() => popup.click(STEP_BUTTONS))).address;
      const panel = await chromium.extensionPage();
      await panel.waitForSelector('.checklist li');
      writeFileSync(pictures.panel, await panel.screenshot({ fullPage: true }));
      copied = await chromium.clipboardText();
    } finally {
      await chromium.close();
      await web.stop();
    }
  }
  console.log(`\nOn ${address} the popup shows:\n\n${plan.map((line) => `  ${line}`).join('\n')}`);
  console.log(`\nThe first button opened  ${opened}\nand copied               ${copied.replaceAll('\n', ' ')}`);
  console.log(`\nPictures: ${here(pictures.popup)} and ${here(pictures.panel)}`);
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const { values } = parseArgs({ options: { headless: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) {
  console.log(USAGE);
} else {
  try {
    const browser = findAnyBrowser() ?? findOrInstallBrowser('chromium');
    for (const made of await buildPackages()) console.log(`Built ${here(made.folder)}/`);
    console.log(`Using ${browser.path}`);
    await (values.headless || !hasDisplay() ? demonstrate(browser) : openWindow(browser));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
