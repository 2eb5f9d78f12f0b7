import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { CHROME_PACKAGE, type Chromium, launchChromium } from '../../tests/browsers/support/chromium';
import { startOfflineWeb } from '../../tests/browsers/support/offline-web';
import { shown, spreadOf, table } from './statistics';

const ROUNDS = 20;
const WARM_UPS = 2;
/** ms after the click. */
const PAINTED_BY_THEN = 900;
/** The page that popups are opened on. */
export const POPUP_ADDRESS = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

interface Opened {
  script: number;
  task: number;
  heap: number;
}

interface Contender {
  name: string;
  id: string;
  popup: string;
}

/**
 * Opens the popups of several extensions by turns in one browser. Our first paint is of the complete first screen,
 * because nothing is drawn before it. The first named is the reference of every ratio.
 *
 * @param folders unpacked extensions to set beside ours: first the empty one, which has a worker as ours has
 */
export async function benchPopup(folders: string[]): Promise<string> {
  const paints = await byTurns(folders, false, paintAlone);
  const opened = await byTurns(folders, true, openWatched);
  return report(paints, opened);
}

interface Results<T> {
  name: string;
  results: T[];
}

/** @param watched whether the browser's debugger holds on to the popups */
async function byTurns<T>(
  folders: string[],
  watched: boolean,
  open: (chromium: Chromium, page: Page, contender: Contender) => Promise<T>,
): Promise<Results<T>[]> {
  const web = await startOfflineWeb();
  let settled = false;
  const letAlone = () => settled && !watched;
  const chromium = await launchChromium({ web, besides: folders, timeZone: 'Europe/London', letAlone });
  try {
    await new Promise((done) => setTimeout(done, 4_000)); // Pages that open at the installation.
    const contenders = folders.map((folder, at) => contender(folder, chromium.besidesIds[at]!));
    contenders.push(contender(CHROME_PACKAGE, chromium.extensionId));
    const all = contenders.map((one) => ({ one, results: [] as T[] }));
    const page = await chromium.open(POPUP_ADDRESS);
    settled = true;
    for (let round = -WARM_UPS; round < ROUNDS; round++) {
      // By turns and in turning order, so that no one is always first.
      for (const { one, results } of round % 2 === 0 ? all : [...all].reverse()) {
        const result = await open(chromium, page, one);
        if (round >= 0) results.push(result);
      }
    }
    return all.map(({ one, results }) => ({ name: one.name, results }));
  } finally {
    await chromium.close();
    await web.stop();
  }
}

function contender(folder: string, id: string): Contender {
  // Chromium allows comments in a manifest, and Vimium's has some.
  const text = readFileSync(join(folder, 'manifest.json'), 'utf8').replace(/\/\/[^"\n]*$/gm, '');
  const manifest = JSON.parse(text);
  return {
    name: folder === CHROME_PACKAGE ? 'Signpost' : basename(folder),
    id,
    popup: manifest.action.default_popup.replace(/^\//, ''),
  };
}

/**
 * The first paint with no debugger on the popup, as a person has it: one that is attached makes worlds of its own in
 * the page while it loads.
 */
async function paintAlone(chromium: Chromium, page: Page, { id, popup }: Contender): Promise<number> {
  await page.bringToFront();
  const browser = await chromium.browser.target().createCDPSession();
  const clicked = Date.now();
  await chromium.clickAction(page, id);
  await new Promise((done) => setTimeout(done, PAINTED_BY_THEN));
  const { targetInfos } = await browser.send('Target.getTargets');
  const target = targetInfos.find(({ url }) => url.startsWith(`chrome-extension://${id}/${popup}`));
  if (!target) throw new Error(`The popup of ${id} has not opened.`);
  const { targetId } = target;
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const session = browser.connection()?.session(sessionId);
  const { result } = await session!.send('Runtime.evaluate', {
    expression: "performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime",
  });
  await browser.send('Target.closeTarget', { targetId });
  await browser.detach();
  await new Promise((done) => setTimeout(done, 200));
  return result.value - clicked;
}

async function openWatched(chromium: Chromium, page: Page, { id, popup: path }: Contender): Promise<Opened> {
  await page.bringToFront();
  const popup = await chromium.openPopup(page, id, path);
  await new Promise((done) => setTimeout(done, 300));
  const { ScriptDuration = 0, TaskDuration = 0, JSHeapUsedSize = 0 } = await popup.metrics();
  await popup.close();
  await new Promise((done) => setTimeout(done, 100));
  return { script: ScriptDuration * 1000, task: TaskDuration * 1000, heap: JSHeapUsedSize };
}

function report(paints: Results<number>[], opened: Results<Opened>[]): string {
  const heap = (at: number) => spreadOf(opened[at]!.results.map((one) => one.heap)).median;
  const rows = paints.map(({ name, results }, at) => [
    name,
    shown(spreadOf(results.map((paint, round) => paint / paints[0]!.results[round]!))),
    shown(spreadOf(opened[at]!.results.map(({ script }) => script)), 1),
    shown(spreadOf(opened[at]!.results.map(({ task }) => task)), 1),
    (heap(at) / heap(0)).toFixed(2),
  ]);
  const how = 'by turns in one browser: the first paint with no debugger on the popup, the rest with one';
  return `${ROUNDS} openings each, ${how}.\n\n${table(
    ['popup', 'click to first paint, ratio', 'script, ms', 'tasks, ms', 'memory, ratio'],
    rows,
  )}`;
}
