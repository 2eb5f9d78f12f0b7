import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from './support/chromium';
import { type OfflineWeb, startOfflineWeb } from './support/offline-web';
import { poll } from './support/poll';

const PAGE = 'https://www.reddit.com/r/help/comments/abc123/example/';
const LINK = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&si=who-shared-it';

let web: OfflineWeb;
let chromium: Chromium;

beforeAll(async () => {
  web = await startOfflineWeb();
  chromium = await launchChromium({ web, timeZone: 'Europe/London' });
});

afterAll(async () => {
  await chromium?.close();
  await web?.stop();
});

/**
 * What the browser sends when the menu entry is chosen. Chromium has no way to click a menu without a display
 * (facts/toolchain.md, section 4), so the event is given to the real listener in the real background worker.
 */
async function chooseReportThis(info: object): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate(async (clicked) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    (chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab?: object): void }).dispatch(clicked, tab);
  }, info);
}

describe('“Report this…” in the context menu (its event, in a real Chromium without a display)', () => {
  test('is there once, for pages, links, pictures, videos and selected text', async () => {
    const worker = await chromium.worker();
    // Only an entry that is there can be changed, and here into nothing else.
    await poll('the entry is there', () =>
      worker.evaluate(
        () =>
          new Promise<boolean>((done) => {
            chrome.contextMenus.update('report', {}, () => done(chrome.runtime.lastError === undefined));
          }),
      ),
    );
    // A second entry of the same id is refused.
    const refused = await worker.evaluate(
      () =>
        new Promise<string>((done) => {
          chrome.contextMenus.create({ id: 'report', title: 'again' }, () =>
            done(chrome.runtime.lastError?.message ?? 'created'),
          );
        }),
    );
    expect(refused).toContain('duplicate id');
  });

  test('takes the address of the link that was clicked, without opening it', async () => {
    const page = await chromium.open(PAGE);
    web.requested.length = 0;
    await chooseReportThis({ menuItemId: 'report', linkUrl: LINK, pageUrl: PAGE, srcUrl: 'https://i.redd.it/a.jpg' });
    const popup = await chromium.extensionPage('src/entrypoints/popup/index.html');
    await poll('the popup shows the link’s platform', () =>
      popup.evaluate(() => document.body.textContent?.includes('YouTube') ?? false),
    );
    expect(web.requested.filter((address) => address.includes('youtube') || address.includes('redd.it'))).toEqual([]);
    await popup.close();

    const next = await chromium.openPopup(page);
    await poll('the next click is about its own tab again', () =>
      next.evaluate(() => document.body.textContent?.includes('Reddit') ?? false),
    );
    await next.close();
  });

  test.each(['javascript:void(0)', 'mailto:someone@example.org'])(
    'takes the page where the link is %s',
    async (linkUrl) => {
      await chromium.open(PAGE);
      await chooseReportThis({ menuItemId: 'report', linkUrl, pageUrl: PAGE });
      const popup = await chromium.extensionPage('src/entrypoints/popup/index.html');
      await poll('the popup shows the page’s platform', () =>
        popup.evaluate(() => document.body.textContent?.includes('Reddit') ?? false),
      );
      await popup.close();
    },
  );

  test('takes the page of a picture, never the picture', async () => {
    await chromium.open(PAGE);
    await chooseReportThis({
      menuItemId: 'report',
      mediaType: 'image',
      srcUrl: 'data:image/png;base64,AA',
      pageUrl: PAGE,
    });
    const popup = await chromium.extensionPage('src/entrypoints/popup/index.html');
    await poll('the popup shows the page’s platform', () =>
      popup.evaluate(() => document.body.textContent?.includes('Reddit') ?? false),
    );
    expect(await popup.evaluate(() => location.href)).not.toContain('data%3A');
    await popup.close();
  });
});

test('popup and panel have keyboard shortcuts that the browser accepted', async () => {
  const worker = await chromium.worker();
  const commands = await worker.evaluate(() => chrome.commands.getAll());
  expect(Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]))).toEqual({
    _execute_action: 'Alt+Shift+9',
    'open-panel': 'Alt+Shift+8',
  });
});
