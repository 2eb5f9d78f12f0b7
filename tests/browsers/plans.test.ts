import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium } from './support/chromium';
import { readTitles, STEP_BUTTONS, unfold } from './support/main-flow';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';

/** Cases as people meet them, each in another country, audience and situation. */
const SCENARIOS = [
  { url: 'https://www.roblox.com/users/1/profile', country: 'GB', audience: 'adult', situation: 'grooming' },
  { url: 'https://www.instagram.com/p/Cabc123DEF4/', country: 'US', audience: 'adult', situation: 'blackmail' },
  { url: 'https://www.tiktok.com/@tiktok', country: 'DE', audience: 'school-staff', situation: 'viral-at-school' },
  { url: 'https://www.snapchat.com/add/example.name', country: 'GB', audience: 'child', situation: 'own-image' },
  { url: 'https://www.youtube.com/live/dQw4w9WgXcQ', country: 'AU', audience: 'adult', situation: 'livestream' },
  { url: 'https://forum.example/thread/12', country: 'KE', audience: 'adult', situation: 'on-device' },
  { url: 'https://discord.gg/example', country: 'CA', audience: 'child', situation: 'immediate-danger' },
];

interface Printed {
  steps: { label: string; rank: 'main' | 'more' }[];
  checklist: { text: string }[];
}

let web: OfflineWeb;
let chromium: Chromium;
let printed: Printed[];

beforeAll(async () => {
  const root = resolve(import.meta.dirname, '../..');
  const output = execFileSync(
    join(root, 'node_modules', '.bin', 'tsx'),
    [join(root, 'scripts/plan.ts'), '--batch', '-'],
    { cwd: root, input: SCENARIOS.map((one) => `${JSON.stringify(one)}\n`).join(''), encoding: 'utf8' },
  );
  printed = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  web = await startOfflineWeb();
  chromium = await launchChromium({ web });
});

afterAll(async () => {
  await chromium?.close();
  await web?.stop();
});

test.each(SCENARIOS.map((one, at) => ({ ...one, at })))(
  'popup and panel show the plan that the shell prints: $situation, $audience, $country',
  async ({ url, country, audience, situation, at }) => {
    const plan = printed[at]!;
    const worker = await chromium.worker();
    await worker.evaluate((preferences) => chrome.storage.local.set(preferences), {
      country,
      subdivision: null,
      audience,
    });
    const page = await chromium.open(url);
    const popup = await chromium.openPopup(page);
    await popup.waitForSelector('#situation');
    await popup.select('#situation', situation);
    await popup.evaluate(unfold);
    const expected = [
      ...plan.steps.filter(({ rank }) => rank === 'main').map(({ label }) => label),
      ...plan.steps.filter(({ rank }) => rank === 'more').map(({ label }) => label),
    ];
    await poll('the popup shows the plan', async () => (await popup.evaluate(readTitles)).length === expected.length);
    expect(await popup.evaluate(readTitles)).toEqual(expected);

    const button = await popup.$(STEP_BUTTONS);
    expect(button).not.toBeNull();
    const tab = await chromium.newTab(() => button!.click());
    const panel = await chromium.extensionPage();
    await poll('the panel has the situation', async () =>
      panel.$eval('#situation', (choice, wanted) => (choice as HTMLSelectElement).value === wanted, situation),
    );
    await panel.evaluate(unfold);
    expect(await panel.evaluate(readTitles)).toEqual(expected);
    expect(await panel.$$eval('.checklist li', (lines) => lines.map((line) => line.textContent))).toEqual(
      plan.checklist.map(({ text }) => text),
    );
    await panel.close();
    await tab.page.close();
    await page.close();
  },
);
