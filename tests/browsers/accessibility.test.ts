import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './support/accessibility';
import { setAppearance } from './support/appearance';
import { type Chromium, launchChromium } from './support/chromium';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';
import { inDocumentDirection, preferInBrowser, SCREENS } from './support/screens';

const APPEARANCES = [
  { name: 'light', colours: 'light' },
  { name: 'dark', colours: 'dark' },
  { name: 'forced colours', colours: 'dark', forcedColours: true },
] as const;
const DIRECTIONS = ['ltr', 'rtl'] as const;

let web: OfflineWeb;
let chromium: Chromium;

beforeAll(async () => {
  web = await startOfflineWeb();
  chromium = await launchChromium({
    web,
    timeZone: 'Europe/London',
  });
});
afterAll(async () => {
  await chromium?.close();
  await web?.stop();
});

const painted = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** How far a page would scroll sideways, in CSS pixels. */
const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Buttons, links, lists and fields that are smaller than 44 by 44 CSS pixels; ticks count with their label. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], select, input, summary, textarea')]
      .filter((target) => target.checkVisibility() && !target.closest('[inert]'))
      .map((target) =>
        (target as HTMLInputElement).type?.match(/radio|checkbox/) ? (target.closest('label') ?? target) : target,
      )
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width < 43.9 || height < 43.9;
      })
      .map((target) => target.outerHTML.slice(0, 120)),
  );

/** What WCAG 1.4.12 lets a person set. */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

/** Texts that are cut off: wider than the box that hides the rest. */
const cutTexts = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, p, h1, h2, h3, label, summary, li')]
      .filter(
        (part) =>
          part.checkVisibility() &&
          !part.classList.contains('visually-hidden') &&
          !part.closest('.visually-hidden, [inert]'),
      )
      .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflow !== 'visible')
      .map((part) => part.outerHTML.slice(0, 120)),
  );

describe.each(SCREENS)('$name', (screen) => {
  let page: Page;
  beforeAll(async () => {
    await preferInBrowser(chromium, screen.preferences ?? null);
    // A hook is not tried again by itself as a test is.
    page = await screen.open(chromium).catch(() => screen.open(chromium));
    await page.setViewport({ width: screen.width, height: screen.height });
  });
  afterAll(async () => page?.close());

  it('has no fault in any colours and either direction', async () => {
    const faults: unknown[] = [];
    for (const appearance of APPEARANCES) {
      await setAppearance(page, appearance);
      for (const direction of DIRECTIONS) {
        await inDocumentDirection(page, direction);
        for (const fault of await accessibilityFaults(page))
          faults.push({ in: `${appearance.name}, ${direction}`, ...fault });
      }
    }
    await inDocumentDirection(page, 'ltr');
    await setAppearance(page, { colours: 'light' });
    expect(faults).toEqual([]);
  });

  it('never scrolls sideways, at its own width, at 320 px and at the 200 px that 400 % leave a popup', async () => {
    for (const width of screen.isPopup ? [screen.width, 320, 200] : [screen.width, 1600, 320]) {
      await page.setViewport({ width, height: screen.height });
      // A popup takes a new width once it has settled.
      await poll('the page fits', async () => (await sidewaysScroll(page)) === 0).catch(() => null);
      for (const direction of DIRECTIONS) {
        await inDocumentDirection(page, direction);
        expect([width, direction, await sidewaysScroll(page)]).toEqual([width, direction, 0]);
      }
    }
    await inDocumentDirection(page, 'ltr');
    await page.setViewport({ width: screen.width, height: screen.height });
    await painted(page);
  });

  it('has targets of at least 44 by 44 pixels', async () => {
    expect(await smallTargets(page)).toEqual([]);
  });

  it('bears a person’s own text spacing', async () => {
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, TEXT_SPACING);
    expect([await sidewaysScroll(page), await cutTexts(page)]).toEqual([0, []]);
  });
});

it('the facts say their columns and stay a table where each is a block of lines', async () => {
  await preferInBrowser(chromium, { country: 'GB', audience: 'adult' });
  const page = await SCREENS.find(({ name }) => name === 'options-facts')!.open(chromium);
  const columnsSaid = () =>
    page.$eval('.facts tbody tr', (row) =>
      [...row.querySelectorAll('.fact-column')]
        .filter((part) => part.checkVisibility())
        .map((part) => part.textContent),
    );
  const roles = async () => {
    const session = await page.createCDPSession();
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return new Set(nodes.filter(({ ignored }) => !ignored).map(({ role }) => role?.value));
  };
  await page.setViewport({ width: 320, height: 600 });
  expect(await columnsSaid()).toEqual(['Link or number: ', 'How well known: ', 'Source: ', 'Seen: ']);
  expect([...(await roles())]).toEqual(expect.arrayContaining(['table', 'row', 'rowheader', 'cell']));
  await page.setViewport({ width: 1600, height: 600 });
  expect(await columnsSaid()).toEqual([]);
  await page.close();
});

it('a popup that is still being opened does not keep the width it has then', async () => {
  const page = await SCREENS[0]!.open(chromium);
  const bodyWidth = () => page.evaluate(() => document.body.offsetWidth);
  await page.setViewport({ width: 200, height: 560 });
  await poll('400 % zoom is met', async () => (await bodyWidth()) === 200);
  await page.setViewport({ width: 16, height: 560 });
  await new Promise((done) => setTimeout(done, 500));
  expect(await bodyWidth()).toBe(200);
  await page.setViewport({ width: 380, height: 560 });
  await poll('it is as wide as designed', async () => (await bodyWidth()) === 380);
  await page.close();
});

/** Where the arrow of an element points, from its drawn corner and its turn; degrees clockwise, 0 is right. */
const arrow = (page: Page, selector: string, part: '::before' | '::after') =>
  page.$eval(
    selector,
    (element, pseudo) => {
      const { borderRightWidth, borderBottomWidth, rotate } = getComputedStyle(element, pseudo);
      const corner = borderRightWidth !== '0px' && borderBottomWidth !== '0px' ? 45 : Number.NaN;
      return (corner + Number.parseFloat(rotate)) % 360;
    },
    part,
  );

it.each([
  { direction: 'ltr', closed: 0 },
  { direction: 'rtl', closed: 180 },
] as const)('arrows point the right way, $direction', async ({ direction, closed }) => {
  const DOWN = 90;
  const UP = 270;
  const screen = SCREENS.find(({ name }) => name === 'popup-adult-gb')!;
  await preferInBrowser(chromium, screen.preferences ?? null);
  const page = await screen.open(chromium);
  await inDocumentDirection(page, direction);
  expect(await arrow(page, '#change-country', '::after')).toBe(DOWN);
  expect(await arrow(page, '.step-toggle', '::after')).toBe(DOWN);
  await page.click('.step-toggle');
  // It comes late and pushes down what is clicked next.
  await page.waitForSelector('.step-how');
  expect(await arrow(page, '.step-toggle', '::after')).toBe(UP);
  expect(await arrow(page, 'summary', '::before')).toBe(closed);
  await page.click('summary');
  expect(await arrow(page, 'summary', '::before')).toBe(DOWN);
  await page.close();
});

it('the check sees a fault: a button without a name, a page without a language', async () => {
  const page = await SCREENS[0]!.open(chromium);
  await page.evaluate(() => {
    document.querySelector('.button-primary')!.textContent = '';
    document.documentElement.removeAttribute('lang');
  });
  const rules = (await accessibilityFaults(page)).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['button-name', 'html-has-lang']));
});
