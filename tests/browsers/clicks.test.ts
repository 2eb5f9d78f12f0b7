import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlanCatalogue, planCase } from '../../scripts/plan-case';
import { type Chromium, launchChromium } from './support/chromium';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';
import { preferInBrowser } from './support/screens';

/** Platforms with a form of their own, of every kind that a parent, a pupil or a teacher meets. */
const PLATFORMS = [
  'youtube',
  'tiktok',
  'reddit',
  'x',
  'discord',
  'roblox',
  'tumblr',
  'whatsapp',
  'minecraft',
  'scratch',
  'xbox',
  'teams',
  'outlook',
  'onedrive',
  'google-drive',
  'google-photos',
  'google-classroom',
  'google-chat',
  'google-meet',
  'gmail',
  'bing',
  'google-search',
  'dropbox',
  'box',
  'blogger',
  'tinder',
  'grindr',
  'badoo',
  'bereal',
  'groupme',
];

const catalogue = loadPlanCatalogue();

/** An address of the platform from its own record, and the form that its record names for it. */
const cases = PLATFORMS.map((id) => {
  const platform = catalogue.platforms.get(id)!;
  const address = platform.shapes.flatMap(({ examples }) => examples)[0]!.address;
  const plan = planCase(
    { url: address, platform: null, country: 'GB', audience: 'adult', situation: 'seen-online' },
    catalogue,
  );
  const form = plan.steps.find(({ role }) => role === 'platform')!.target!;
  return { id, name: platform.name, address, link: plan.page.link!, form };
});

describe('from the icon to the platform’s official form', () => {
  let web: OfflineWeb;
  let chromium: Chromium;
  const counted = new Map<string, number>();

  beforeAll(async () => {
    web = await startOfflineWeb();
    chromium = await launchChromium({
      web,
      timeZone: 'Europe/London',
    });
    await preferInBrowser(chromium, { country: 'GB', audience: 'adult' });
  });
  afterAll(async () => {
    await chromium?.close();
    await web?.stop();
  });

  it.each(cases)('$name: two clicks at most', async ({ id, address, link, form }) => {
    let clicks = 0;
    await chromium.writeClipboard('');
    const page = await chromium.open(address);
    clicks++;
    const popup = await chromium.openPopup(page);
    const button = await popup.waitForSelector('.step-first .button-primary');
    web.requested.length = 0;
    const opened = await chromium.newTab(async () => {
      clicks++;
      await button!.click();
    });
    await poll('the form is asked for', async () => web.requested.includes(new URL(form).href.split('#')[0]!));
    await poll('the details are on the clipboard', async () => (await chromium.clipboardText()).includes(link));
    counted.set(id, clicks);
    expect(clicks).toBe(2);
    await opened.page.close();
    await popup.close().catch(() => undefined);
    await page.close();
  });

  it('the table in docs/clicks.md is what was counted (write it anew with -u)', async () => {
    const rows = cases.map(({ id, name, form }) => `| ${name} | ${counted.get(id)} | <${form}> |`);
    const text = `# Clicks from the icon to the official form

Counted in a real Chromium by \`tests/browsers/clicks.test.ts\`, for an adult in the United Kingdom on a page of the
platform: the first click opens Signpost, the second the form, and then the link is on the clipboard. These are
${cases.length} chosen platforms that have a form of their own, of every kind that a parent, a pupil or a teacher meets.

This file is generated; do not edit it: \`npx vitest run --project browsers tests/browsers/clicks.test.ts -u\` writes it anew,
from the package that \`npm run build\` has built.

| platform | clicks | form that opens |
| --- | --- | --- |
${rows.join('\n')}
`;
    await expect(text).toMatchFileSnapshot(resolve(import.meta.dirname, '../../docs/clicks.md'));
  });
});
