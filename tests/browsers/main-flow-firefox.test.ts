import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, type FirefoxPage, launchFirefox } from './support/firefox';
import { FIREFOX_ID } from './support/firefox-id';
import {
  addressesToOpen,
  expectedPlans,
  MAIN_FLOW_CASES,
  notesAreFetched,
  readTitles,
  STEP_BUTTONS,
  unfold,
} from './support/main-flow';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';

const textOf = (page: FirefoxPage) => page.evaluate(() => document.body.textContent ?? '');
const textsOf = (page: FirefoxPage, selector: string) =>
  page.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((one) => one.textContent ?? ''), selector);

// The driver triggers the toolbar button's own action in the browser's window (which grants activeTab as a click
// does) but cannot move a pointer over the toolbar. Inside popup and sidebar its pointer and keys are real.
describe('the main flow in real Firefox, the toolbar button triggered and not pointed at', () => {
  const plans = expectedPlans('GB');
  let web: OfflineWeb;
  let firefox: Firefox;

  beforeAll(async () => {
    web = await startOfflineWeb();
    firefox = await launchFirefox({
      extensionId: FIREFOX_ID,
      web,
      timeZone: 'Europe/London',
      preferences: { 'intl.accept_languages': 'en-GB, en' },
    });
  });
  afterAll(async () => {
    await firefox?.close();
    await web?.stop();
  });

  async function openPopup(): Promise<FirefoxPage> {
    const popup = await firefox.openPopup();
    await poll('the steps are shown', async () => (await textsOf(popup, STEP_BUTTONS)).length > 0);
    // A hand is slower than this pointer: in the first popup after a start the code would come after the click.
    await notesAreFetched(firefox, popup);
    return popup;
  }

  it('“Report this…” in the real menu takes the address of the link, and loads nothing', async () => {
    const page = await firefox.open('https://forum.example/thread/12');
    await page.evaluate(() => {
      document.body.innerHTML = '<a style="position:fixed;inset:0">an example</a>';
      document.querySelector('a')!.href = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&si=who-shared-it';
    });
    web.requested.length = 0;
    await firefox.bidi.send('input.performActions', {
      context: page.context,
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', x: 60, y: 60 },
            { type: 'pointerDown', button: 2 },
            { type: 'pointerUp', button: 2 },
          ],
        },
      ],
    });
    const chosen = `(() => {
      const menu = document.getElementById('contentAreaContextMenu');
      const entry = [...menu.querySelectorAll('menuitem')].find(({ label }) => label === 'Report this…');
      if (menu.state !== 'open' || !entry) return false;
      menu.activateItem(entry);
      return true;
    })()`;
    await poll('the entry is in the menu', () => firefox.inBrowserWindow<boolean>(chosen));
    const address = `(document.querySelector('browser.webextension-popup-browser')?.currentURI.spec ?? '')`;
    await poll('the popup is open for the link', async () =>
      new URL(await firefox.inBrowserWindow<string>(address), 'about:blank').searchParams
        .get('address')
        ?.startsWith('https://www.youtube.com/watch?v=dQw4w9WgXcQ'),
    );
    expect(web.requested.filter((asked) => asked.includes('youtube'))).toEqual([]);
    await firefox.closePopup();
    await firefox.closeOtherTabs();
  });

  describe.each(MAIN_FLOW_CASES.map((one, at) => ({ ...one, plan: plans[at]! })))(
    'on $name',
    ({ name, address, plan }) => {
      it('the popup names the place, the emergency number and the steps of the plan', async () => {
        await firefox.open(address);
        const popup = await openPopup();
        const text = await textOf(popup);
        expect(text).toContain(name);
        expect(text).toContain('United Kingdom');
        expect(text).toContain('Call 999');
        if (plan.page.username) expect(text).toContain(plan.page.username);
        expect(await popup.evaluate(readTitles)).toEqual([
          ...plan.steps.filter(({ rank }) => rank === 'main').map(({ label }) => label),
          ...plan.steps.filter(({ rank }) => rank === 'more').map(({ label }) => label),
        ]);
        await firefox.closePopup();
      });

      it('each button, clicked with a real pointer, opens exactly the address that the plan says', async () => {
        const opened: string[] = [];
        const expected = addressesToOpen(plan);
        for (let at = 0; at < expected.length; at++) {
          await firefox.open(address);
          const popup = await openPopup();
          await popup.evaluate(unfold);
          await popup.evaluate(
            (selector, wanted) => {
              document.querySelectorAll(selector)[wanted]?.setAttribute('id', 'under-test');
            },
            STEP_BUTTONS,
            at,
          );
          opened.push(await firefox.newTab(() => popup.clickSelector('#under-test')));
          await firefox.closeOtherTabs();
        }
        expect(opened).toEqual(expected);
      });

      it('the same click copies the details and opens the sidebar with the checklist', async () => {
        await firefox.writeClipboard('something else');
        await firefox.open(address);
        const popup = await openPopup();
        await firefox.newTab(() => popup.clickSelector(STEP_BUTTONS));
        const sidebar = await firefox.sidebar();
        const checklist = plan.checklist.map(({ text }) => text);
        expect(checklist.length).toBeGreaterThan(3);
        await poll('the checklist is shown', async () => (await textsOf(sidebar, '.checklist li')).length > 0);
        expect(await textsOf(sidebar, '.checklist li')).toEqual(checklist);
        const clipboard = await poll('the details are copied', async () => {
          const text = await firefox.clipboardText();
          return text === 'something else' ? null : text;
        });
        expect(clipboard).toContain(plan.page.link);
        if (plan.page.username) expect(clipboard).toContain(plan.page.username);
      });
    },
  );
});
