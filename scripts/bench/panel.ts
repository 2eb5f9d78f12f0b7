import { fileURLToPath } from 'node:url';
import { type Chromium, launchChromium, PANEL_PATH, POPUP_PATH } from '../../tests/browsers/support/chromium';
import { startOfflineWeb } from '../../tests/browsers/support/offline-web';
import { shown, spreadOf, table } from './statistics';

const ROUNDS = 5;
const TABS = 10;

/**
 * The panel's memory against an empty extension's page opened in the same way, by turns, and how often the background
 * is woken while ten tabs navigate and nobody uses Signpost.
 */
export async function benchPanelAndBackground(): Promise<string> {
  const empty = fileURLToPath(new URL('../../tests/browsers/fixtures/empty', import.meta.url));
  const web = await startOfflineWeb();
  const chromium = await launchChromium({ web, besides: [empty], timeZone: 'Europe/London' });
  try {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const reference = await heapOf(chromium, POPUP_PATH, chromium.besidesIds[0]);
      ratios.push((await heapOf(chromium, PANEL_PATH)) / reference);
    }
    return table(
      ['what', 'figure'],
      [
        ['memory of the panel, ratio to an empty page', shown(spreadOf(ratios))],
        [`background woken while ${TABS} tabs navigate`, `${await timesWoken(chromium)} times`],
      ],
    );
  } finally {
    await chromium.close();
    await web.stop();
  }
}

async function heapOf(chromium: Chromium, path: string, id?: string): Promise<number> {
  const page = await chromium.openExtensionPage(path, id);
  await new Promise((done) => setTimeout(done, 500));
  const { JSHeapUsedSize = Number.NaN } = await page.metrics();
  await page.close();
  return JSHeapUsedSize;
}

async function timesWoken(chromium: Chromium): Promise<number> {
  await chromium.worker();
  await chromium.stopWorker();
  let woken = 0;
  chromium.browser.on('targetcreated', (target: { type(): string; url(): string }) => {
    if (target.type() === 'service_worker' && target.url().includes(chromium.extensionId)) woken++;
  });
  for (let tab = 0; tab < TABS; tab++) {
    const page = await chromium.open(`https://www.youtube.com/watch?v=dQw4w9WgXc${tab}`);
    await page.goto(`https://www.reddit.com/r/help/comments/abc12${tab}/example/`);
    await page.close();
  }
  return woken;
}
