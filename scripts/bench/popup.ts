import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { CHROME_PACKAGE, type Chromium, launchChromium } from '../../tests/browsers/support/chromium';
import { startOfflineWeb } from '../../tests/browsers/support/offline-web';
import { shown, spreadOf, table } from './statistics';

const ROUNDS = 20;
const WARM_UPS = 2;
const ADDRESS = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

interface Opened {
  /** ms from the click on the icon to the first paint with content. */
  paint: number;
  script: number;
  task: number;
  heap: number;
}

interface Contender {
  name: string;
  id: string;
  popup: string;
  opened: Opened[];
}

/**
 * Opens the popups of several extensions by turns in one browser. Our first paint is of the complete first screen,
 * because nothing is drawn before it. The first named is the reference of every ratio.
 *
 * @param folders unpacked extensions to set beside ours: first the empty one, which has a worker as ours has
 */
export async function benchPopup(folders: string[]): Promise<string> {
  const web = await startOfflineWeb();
  const chromium = await launchChromium({ web, besides: folders, timeZone: 'Europe/London' });
  try {
    await new Promise((done) => setTimeout(done, 4_000)); // Pages that open at the installation.
    const contenders = folders.map((folder, at) => contender(folder, chromium.besidesIds[at]!));
    contenders.push(contender(CHROME_PACKAGE, chromium.extensionId));
    const page = await chromium.open(ADDRESS);
    for (let round = -WARM_UPS; round < ROUNDS; round++) {
      // By turns and in turning order, so that no one is always first.
      const order = round % 2 === 0 ? contenders : [...contenders].reverse();
      for (const one of order) {
        const opened = await openOnce(chromium, page, one);
        if (round >= 0) one.opened.push(opened);
      }
    }
    return report(contenders);
  } finally {
    await chromium.close();
    await web.stop();
  }
}

function contender(folder: string, id: string): Contender {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return {
    name: folder === CHROME_PACKAGE ? 'Signpost' : basename(folder),
    id,
    popup: manifest.action.default_popup.replace(/^\//, ''),
    opened: [],
  };
}

async function openOnce(chromium: Chromium, page: Page, { id, popup: path }: Contender): Promise<Opened> {
  await page.bringToFront();
  const clicked = Date.now();
  const popup = await chromium.openPopup(page, id, path);
  const painted = await popup.evaluate(
    () =>
      new Promise<number>((done) => {
        const observer = new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) done(performance.timeOrigin + paint.startTime);
        });
        observer.observe({ type: 'paint', buffered: true });
      }),
  );
  await new Promise((done) => setTimeout(done, 150));
  const { ScriptDuration = 0, TaskDuration = 0, JSHeapUsedSize = 0 } = await popup.metrics();
  await popup.close();
  await new Promise((done) => setTimeout(done, 100));
  return { paint: painted - clicked, script: ScriptDuration * 1000, task: TaskDuration * 1000, heap: JSHeapUsedSize };
}

function report(contenders: Contender[]): string {
  const reference = contenders[0]!;
  const rows = contenders.map(({ name, opened }) => {
    const ratio = opened.map(({ paint }, at) => paint / reference.opened[at]!.paint);
    return [
      name,
      shown(spreadOf(ratio)),
      shown(spreadOf(opened.map(({ script }) => script)), 1),
      shown(spreadOf(opened.map(({ task }) => task)), 1),
      (
        spreadOf(opened.map(({ heap }) => heap)).median / spreadOf(reference.opened.map(({ heap }) => heap)).median
      ).toFixed(2),
    ];
  });
  return `${ROUNDS} openings each, by turns in one browser.\n\n${table(
    ['popup', 'click to first paint, ratio', 'script, ms', 'tasks, ms', 'memory, ratio'],
    rows,
  )}`;
}
