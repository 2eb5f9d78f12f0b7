import type { Page } from 'puppeteer-core';
import { SITUATIONS } from '../../../src/catalogue/types';
import { THIRTY_FAULTS } from '../../policy/thirty-faults';
import { type Chromium, OPTIONS_PATH, PANEL_PATH, POPUP_PATH, WELCOME_PATH } from './chromium';
import { unfold } from './main-flow';

export const ADMIN_PATH = 'src/entrypoints/admin/index.html';

export interface ScreenPreferences {
  country: string | null;
  subdivision?: string | null;
  audience: 'adult' | 'child' | 'school-staff' | null;
}

/** One screen in one state, as the gallery pictures it and the accessibility tests check it. */
export interface Screen {
  name: string;
  isPopup: boolean;
  /** Size in CSS pixels: a popup's, a panel's or a page's. */
  width: number;
  height: number;
  /** Left out: nothing chosen yet. */
  preferences?: ScreenPreferences;
  /** `light only` where another appearance shows nothing new. */
  looks: 'all' | 'light only';
  /** Opens it in a tab of its own, ready to be looked at. */
  open(chromium: Chromium): Promise<Page>;
}

const VIDEO = 'https://www.youtube.com/watch?v=00000000000';
const POPUP_SIZE = { width: 380, height: 560 };
const PANEL_SIZE = { width: 360, height: 720 };
const PAGE_SIZE = { width: 1280, height: 800 };

const GB_ADULT: ScreenPreferences = { country: 'GB', audience: 'adult' };
const GB_CHILD: ScreenPreferences = { country: 'GB', audience: 'child' };
const GB_STAFF: ScreenPreferences = { country: 'GB', audience: 'school-staff' };
const US = { country: 'US', subdivision: 'US-IA' } as const;

/** Those that are not chosen from the start. */
const OTHER_SITUATIONS = SITUATIONS.filter((situation) => situation !== 'seen-online');

type Step = (page: Page) => Promise<unknown>;

const TIKTOK = 'https://www.tiktok.com/@tiktok/video/7106594312292453675';

/** Reports, each with its pages, noted on 25 November 2026. */
const TWO_REPORTS = { r1: [TIKTOK], r2: [VIDEO, 'https://example.org/page'] };

/** Makes this all that is noted: report → links. Not while a window that has erased one of them is open. */
async function noteOnly(chromium: Chromium, reports: Record<string, string[]>): Promise<void> {
  const at = Date.UTC(2026, 10, 25, 12);
  const item = (link: string, minute: number) => ({
    link,
    platform: link === TIKTOK ? 'tiktok' : link === VIDEO ? 'youtube' : null,
    addedAt: at + minute * 60_000,
  });
  const stored = Object.entries(reports).map(([report, links]) => {
    const fields = links.map((link, n) => [`item/k${n}`, { wolder: { value: item(link, n), at, over: {} } }]);
    return [`notes/${report}/wolder`, { version: 2, fields: Object.fromEntries(fields) }];
  });
  const worker = await chromium.worker();
  await worker.evaluate(async (items) => {
    await chrome.storage.session.clear();
    await chrome.storage.session.set(items as object);
  }, Object.fromEntries(stored) as object);
}

/** The popup's page for an address, the way the context menu opens it. */
export async function openPopupFor(chromium: Chromium, address: string | null): Promise<Page> {
  const query = address === null ? '' : `?${new URLSearchParams({ address })}`;
  const page = await chromium.openExtensionPage(`${POPUP_PATH}${query}`);
  await page.waitForSelector('.screen-foot');
  return page;
}

function popup(
  name: string,
  preferences: ScreenPreferences | undefined,
  more: Partial<Screen> = {},
  ...steps: Step[]
): Screen {
  return popupAt(VIDEO, name, preferences, more, ...steps);
}

function popupAt(
  address: string | null,
  name: string,
  preferences: ScreenPreferences | undefined,
  more: Partial<Screen>,
  ...steps: Step[]
): Screen {
  return {
    name: `popup-${name}`,
    isPopup: true,
    ...POPUP_SIZE,
    preferences,
    looks: 'all',
    async open(chromium) {
      const page = await openPopupFor(chromium, address);
      for (const step of steps) await step(page);
      return page;
    },
    ...more,
  };
}

function panel(name: string, preferences: ScreenPreferences, address: string | null, ...steps: Step[]): Screen {
  return {
    name: `panel-${name}`,
    isPopup: false,
    ...PANEL_SIZE,
    preferences,
    looks: 'all',
    async open(chromium) {
      if (address) {
        const popupPage = await openPopupFor(chromium, address);
        await popupPage.click('.screen-foot .button');
        // Only then has the popup done its part. A child's panel shows nothing of what is noted.
        const opened = await chromium.extensionPage(PANEL_PATH);
        await opened.waitForSelector(preferences.audience === 'child' ? '.checklist' : '.noted-item');
        await popupPage.close();
      }
      const page = await chromium.openExtensionPage(PANEL_PATH);
      await page.waitForSelector('.checklist');
      for (const step of steps) await step(page);
      return page;
    },
  };
}

function page(name: string, path: string, ready: string, preferences?: ScreenPreferences, ...steps: Step[]): Screen {
  return {
    name,
    isPopup: false,
    ...PAGE_SIZE,
    preferences,
    looks: 'all',
    async open(chromium) {
      const opened = await chromium.openExtensionPage(path);
      await opened.waitForSelector(ready);
      for (const step of steps) await step(opened);
      return opened;
    },
  };
}

const openEverything: Step = async (opened) => {
  await opened.evaluate(unfold);
  await opened.evaluate(() => {
    for (const toggle of document.querySelectorAll<HTMLElement>('[aria-expanded="false"]')) toggle.click();
  });
};

const click =
  (selector: string): Step =>
  (opened) =>
    opened.click(selector);
const type =
  (selector: string, text: string): Step =>
  (opened) =>
    opened.type(selector, text);
const waitFor =
  (selector: string): Step =>
  (opened) =>
    opened.waitForSelector(selector);

/** Every screen and state. */
export const SCREENS: Screen[] = [
  popup('adult-gb', GB_ADULT),
  popup('adult-us', { ...US, audience: 'adult' }),
  popup('child-gb', GB_CHILD),
  popup('child-us', { ...US, audience: 'child' }),
  popup('staff-gb', GB_STAFF),
  popup('staff-us', { ...US, audience: 'school-staff' }),
  popup('country-guessed', undefined),
  popup('everything-open', GB_ADULT, {}, openEverything),
  popup('child-everything-open', GB_CHILD, {}, openEverything),
  popupAt('https://example.org/page', 'unknown-website', GB_ADULT, { looks: 'light only' }),
  popupAt('https://trovo.live/s/anyname', 'platform-without-form', GB_ADULT, { looks: 'light only' }),
  popupAt(null, 'no-address', GB_ADULT, {}, waitFor('.search-list li')),
  popupAt(null, 'no-address-child', GB_CHILD, { looks: 'light only' }),
  popup('platform-search', GB_ADULT, {}, click('#correct-page'), waitFor('.search-list li'), type('#search', 'snap')),
  popup(
    'platform-not-found',
    GB_ADULT,
    {},
    click('#correct-page'),
    waitFor('.search-list li'),
    type('#search', 'zzzz'),
  ),
  popup('country-search', GB_ADULT, {}, click('#change-country'), waitFor('.search-list li')),
  popup(
    'subdivisions',
    GB_ADULT,
    {},
    click('#change-country'),
    waitFor('.search-list li'),
    type('#search', 'united states'),
    click('.search-list button'),
    waitFor('#country-title'),
  ),
  popup('offline', GB_ADULT, {}, (opened) => opened.setOfflineMode(true)),
  {
    ...popup('error', GB_ADULT),
    async open(chromium) {
      const opened = await chromium.browser.newPage();
      await opened.evaluateOnNewDocument(() => {
        chrome.tabs.query = () => Promise.reject(new Error('The browser did not say which tab is open.'));
      });
      await opened.goto(`chrome-extension://${chromium.extensionId}/${POPUP_PATH}`);
      await opened.waitForSelector('[role=alert]');
      return opened;
    },
  },
  ...OTHER_SITUATIONS.map((situation) =>
    popup(`situation-${situation}`, GB_ADULT, { looks: 'light only' }, (opened) =>
      opened.select('#situation', situation),
    ),
  ),
  ...OTHER_SITUATIONS.map((situation) =>
    popup(`child-${situation}`, GB_CHILD, { looks: 'light only' }, (opened) => opened.select('#situation', situation)),
  ),
  panel('nothing-yet', GB_ADULT, null),
  panel('adult', GB_ADULT, VIDEO),
  panel('everything-open', GB_ADULT, VIDEO, waitFor('.step-progress'), openEverything, click('.step-progress input')),
  panel('child', GB_CHILD, VIDEO),
  panel('staff', GB_STAFF, VIDEO),
  {
    ...popup('another-report', GB_ADULT),
    async open(chromium) {
      await noteOnly(chromium, { r1: [TIKTOK] });
      const opened = await openPopupFor(chromium, VIDEO);
      await opened.waitForSelector('.screen-foot ~ section button');
      return opened;
    },
  },
  {
    ...panel('two-reports', GB_ADULT, null),
    async open(chromium) {
      await noteOnly(chromium, TWO_REPORTS);
      const opened = await chromium.openExtensionPage(PANEL_PATH);
      await opened.waitForSelector('[name=report]');
      return opened;
    },
  },
  page('options', OPTIONS_PATH, 'h1', GB_ADULT),
  page(
    'options-facts',
    OPTIONS_PATH,
    'h1',
    GB_ADULT,
    clickFacts,
    waitFor('.facts'),
    type('#fact-search', 'childline'),
    click('.facts button'),
  ),
  page('welcome', WELCOME_PATH, 'h1'),
  page('admin', ADMIN_PATH, 'h1', GB_ADULT),
  page('admin-policy-faults', ADMIN_PATH, 'h1', GB_ADULT, importFaults, waitFor('.policy-faults')),
  {
    ...page('options-policy-faults', OPTIONS_PATH, 'h1', GB_ADULT),
    async open(chromium) {
      const opened = await chromium.browser.newPage();
      // The policy itself is tried in the school tests; here it is only looked at.
      await opened.evaluateOnNewDocument((policy) => {
        chrome.storage.managed.get = () => Promise.resolve(policy);
      }, THIRTY_FAULTS as object);
      await opened.goto(`chrome-extension://${chromium.extensionId}/${OPTIONS_PATH}`);
      await opened.waitForSelector('.policy-faults');
      return opened;
    },
  },
];

async function importFaults(opened: Page): Promise<void> {
  await opened.click('details:has(#import) > summary');
  await opened.evaluate((text) => {
    const field = document.querySelector<HTMLTextAreaElement>('#import')!;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, JSON.stringify(THIRTY_FAULTS));
  await opened.locator('aria/Check it').click();
}

async function clickFacts(opened: Page): Promise<void> {
  await opened.evaluate(() => document.querySelector<HTMLElement>('section[aria-labelledby=facts] button')?.click());
}

/** Stores what a person would have chosen; null = nothing. */
export async function preferInBrowser(chromium: Chromium, preferences: ScreenPreferences | null): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate(
    (value) =>
      value
        ? chrome.storage.local.set({ subdivision: null, ...value })
        : chrome.storage.local.remove(['country', 'subdivision', 'audience']),
    preferences,
  );
}

/** English is the only language, so the layout of the others is tried by turning the page around. */
export async function inDocumentDirection(opened: Page, direction: 'ltr' | 'rtl'): Promise<void> {
  await opened.evaluate((dir) => {
    document.documentElement.dir = dir;
  }, direction);
}
