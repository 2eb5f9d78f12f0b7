import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type CDPSession, launch, type Page, type Target, type WebWorker } from 'puppeteer-core';
import { findOrInstallBrowser } from '../../../scripts/find-browser';
import { discardFolder } from './discard-folder';
import type { OfflineWeb } from './offline-web';
import { poll } from './poll';

export const CHROME_PACKAGE = resolve(import.meta.dirname, '../../../dist/chrome');

/** The one that is tested unless a test says otherwise. */
export const packageUnderTest = () => process.env.SIGNPOST_PACKAGE || CHROME_PACKAGE;

/** Paths of the pages inside the built package (crxjs keeps the paths of the sources). */
export const POPUP_PATH = 'src/entrypoints/popup/index.html';
export const PANEL_PATH = 'src/entrypoints/panel/index.html';
export const WELCOME_PATH = 'src/entrypoints/welcome/index.html';
export const OPTIONS_PATH = 'src/entrypoints/options/index.html';

/** For what the browser does by itself: on a busy machine it takes many times what it takes otherwise. */
const COMES_WITHIN = 30_000;
/** A policy's extension is first fetched and installed. */
const INSTALLED_WITHIN = 60_000;

export interface ChromiumOptions {
  /**
   * Folder of the unpacked extension under test; left out: the one that SIGNPOST_PACKAGE names, otherwise dist/chrome;
   * null for a browser without one (or with a force-installed one).
   */
  extension?: string | null;
  /** Folders of further unpacked extensions, for controls. */
  besides?: string[];
  /** The web that this browser sees. Left out: no host at all resolves, as on a machine without a network. */
  web?: OfflineWeb;
  /** Profile folder, kept after `close`. Left out: a temporary one, deleted by `close`. */
  profile?: string;
  /** `de`, `ar`, …: the language of the browser's interface. Needs Debian's chromium-l10n for other than English. */
  language?: string;
  /** Time zone as in `Europe/London`; left out: the machine's. */
  timeZone?: string;
  /** Default true. Without it a display is needed. */
  headless?: boolean;
  /** Allow the extension in private windows. */
  inPrivateWindows?: boolean;
  /** File to write Chromium's network log to; complete after `close`. Read it with `network-log.ts`. */
  networkLog?: string;
  /** Let the browser fetch extension updates (needed for force-installed extensions). */
  backgroundNetworking?: boolean;
  /**
   * Leaves the first-run page open, which otherwise is waited for and closed, for it takes the focus; also for a
   * package whose background cannot open it.
   */
  keepWelcome?: boolean;
  /** Further command line switches. */
  switches?: string[];
  /** The browser's program; left out: the installed one. */
  program?: string;
  /** Pages that the debugger lets go before they load, so that they open as on a person's machine. */
  letAlone?: (target: Target) => boolean;
}

/** One running Chromium with the extension in it. */
export interface Chromium {
  browser: Browser;
  profile: string;
  /** Id of the extension under test. */
  extensionId: string;
  /** Ids of `besides`, in order. */
  besidesIds: string[];
  /** Opens a tab at an address and waits until it has loaded. */
  open(address: string): Promise<Page>;
  /**
   * Clicks the toolbar button for a tab (CDP `Extensions.triggerAction`: a real invocation, which grants activeTab)
   * and gives the popup. Close the popup before asking again: a second click on an open popup gives the same one.
   *
   * @param id Another extension's id, for controls.
   */
  openPopup(page: Page, id?: string, path?: string): Promise<Page>;
  /** Clicks the toolbar button without waiting for a popup. */
  clickAction(page: Page, id?: string): Promise<void>;
  /** Waits for a page of the extension, the side panel by default. */
  extensionPage(path?: string, id?: string): Promise<Page>;
  /** Opens a page of the extension in a tab. Not the way a person meets popup or panel: no activeTab, wider. */
  openExtensionPage(path: string, id?: string): Promise<Page>;
  /** Does something and gives the tab that it opened, with the address it was asked to load. */
  newTab(action: () => Promise<unknown>): Promise<{ page: Page; address: string }>;
  /** What the clipboard holds as text, read by a web page in the front. */
  clipboardText(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** The background worker of an extension, woken when none runs; waits until it runs and has its API. */
  worker(id?: string): Promise<WebWorker>;
  isWorkerRunning(id?: string): boolean;
  /** Closes every tab but the first, whatever closes by itself meanwhile. */
  closeOtherPages(): Promise<void>;
  /** Closes every tab but the first and clears what the extension stored. */
  forgetEverything(): Promise<void>;
  /** Stops the background worker the way the browser stops an idle one. */
  stopWorker(id?: string): Promise<void>;
  /** Opens a private window (needs `inPrivateWindows` for the popup to work in it). */
  openPrivate(address: string): Promise<Page>;
  /** Opens a private window with a page of the extension (needs `inPrivateWindows`); the page has loaded then. */
  openPrivateExtensionPage(path: string): Promise<Page>;
  /** Closes properly (storage is flushed, the network log completed). Deletes a temporary profile. */
  close(): Promise<void>;
  /** Ends the browser as a crash or power cut would; the profile stays. */
  kill(): Promise<void>;
}

/** Starts Chromium and loads the extension through the debugging pipe. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const temporary = options.profile === undefined;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'signpost-chromium-'));
  const browser = await launch({
    executablePath: options.program ?? findOrInstallBrowser('chromium').path,
    pipe: true,
    headless: options.headless ?? true,
    userDataDir: profile,
    enableExtensions: true,
    defaultViewport: null,
    targetFilter: (target) => !options.letAlone?.(target),
    args: switches(options),
    ignoreDefaultArgs: options.backgroundNetworking ? ['--disable-background-networking'] : [],
    env: {
      ...process.env,
      ...(options.language && { LANGUAGE: options.language }),
      ...(options.timeZone && { TZ: options.timeZone }),
    },
  });
  const program = browser.process()!;
  const ended = new Promise<void>((done) => program.once('exit', () => done()));
  try {
    const session = await browser.target().createCDPSession();
    const load = async (folder: string) =>
      (
        await session.send('Extensions.loadUnpacked', {
          path: resolve(folder),
          enableInIncognito: options.inPrivateWindows ?? false,
        })
      ).id;
    const extension = options.extension === undefined ? packageUnderTest() : options.extension;
    const extensionId = extension === null ? '' : await load(extension);
    const besidesIds: string[] = [];
    for (const folder of options.besides ?? []) besidesIds.push(await load(folder));
    if (!options.keepWelcome) {
      const folders = [extension, ...(options.besides ?? [])].filter((folder) => folder !== null);
      await closeWelcomePages(browser, folders.filter((folder) => existsSync(join(folder, WELCOME_PATH))).length);
    }
    return {
      ...pagesOf(browser, session, extensionId),
      browser,
      profile,
      extensionId,
      besidesIds,
      async close() {
        await browser.close();
        await ended;
        if (temporary) discardFolder(profile);
      },
      async kill() {
        program.kill('SIGKILL');
        await ended;
        await browser.disconnect();
      },
    };
  } catch (error) {
    await browser.close();
    if (temporary) discardFolder(profile);
    throw error;
  }
}

/** Waits for a target. Where it does not come, the error says what there is instead. */
async function comes(browser: Browser, what: string, isIt: (target: Target) => boolean): Promise<Target> {
  try {
    return await browser.waitForTarget(isIt, { timeout: COMES_WITHIN });
  } catch (error) {
    const there = browser.targets().map((target) => `${target.type()} ${target.url()}`);
    throw new Error(`"${what}" did not come. There is: ${there.join(', ')}`, { cause: error });
  }
}

/**
 * A first-run page that comes to the front in the middle of a test would take the place of the tab under test. It comes
 * at every launch, for what is loaded unpacked counts as new even in a profile that knows it, and it shows that the
 * background has been told of the installation.
 */
async function closeWelcomePages(browser: Browser, expected: number): Promise<void> {
  for (let closed = 0; closed < expected; closed++) {
    const isFirstRun = (target: Target) => target.type() === 'page' && target.url().endsWith(`/${WELCOME_PATH}`);
    const target = await comes(browser, 'the first-run page', isFirstRun);
    await (await target.asPage()).close();
    await poll('the first-run page is closed', async () => !browser.targets().includes(target));
  }
}

function switches(options: ChromiumOptions): string[] {
  const given = [
    '--no-first-run',
    '--disable-component-update',
    // Chromium refuses its sandbox to root, and only to root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.language ? [`--lang=${options.language}`, `--accept-lang=${options.language}`] : []),
    ...(options.networkLog ? [`--log-net-log=${options.networkLog}`, '--net-log-capture-mode=Everything'] : []),
    ...(options.switches ?? []),
  ];
  if (options.web) {
    // Without EXCLUDE the rule would also capture the literal loopback address of a test's own server.
    given.push(
      `--host-resolver-rules=MAP * 127.0.0.1:${options.web.port}, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    );
  }
  return given;
}

function pagesOf(browser: Browser, session: CDPSession, extensionId: string) {
  const addressOf = (path: string, id = extensionId) => `chrome-extension://${id}/${path}`;
  const isPageOf = (target: Target, address: string) => target.url().split(/[?#]/)[0] === address;
  const workerTarget = (id: string) =>
    browser
      .targets()
      .find((target) => target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${id}/`));

  async function closeOtherPages(): Promise<void> {
    const tabs = browser.targets().filter((target) => target.type() === 'page');
    for (const tab of tabs.slice(1)) {
      const closing = tab.page().then((page) => page?.close());
      await closing.catch(() => undefined);
    }
  }

  async function openPrivate(address: string): Promise<Page> {
    const opener = await worker();
    const before = new Set(browser.targets());
    const isOpened = (target: Target) => !before.has(target) && target.type() === 'page' && target.url() === address;
    const [target] = await Promise.all([
      comes(browser, `a private window with ${address}`, isOpened),
      opener.evaluate((url) => chrome.windows.create({ incognito: true, url }).then(() => undefined), address),
    ]);
    return (await target.page())!;
  }

  async function open(address: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(address);
    return page;
  }

  async function clickAction(page: Page, id = extensionId): Promise<void> {
    // The action is triggered on a tab target; a page knows its tab's id, though not in its public types.
    const { _tabId } = page as unknown as { _tabId: string };
    await session.send('Extensions.triggerAction', { id, targetId: _tabId });
  }

  async function extensionPage(path = PANEL_PATH, id = extensionId): Promise<Page> {
    const address = addressOf(path, id);
    const target = await comes(browser, path, (candidate) => isPageOf(candidate, address));
    const page = await target.asPage();
    // A page has its address some moments before what is there: until then an empty page answers, "complete" too.
    await poll(`${path} has loaded`, () =>
      page.evaluate((asked) => document.readyState === 'complete' && location.href.startsWith(asked), address),
    );
    return page;
  }

  /** An idle worker ends after 30 s; a message from a page of the extension that runs nothing starts it again. */
  async function wakeWorker(id: string): Promise<void> {
    const page = await browser.newPage({ background: true });
    try {
      await page.goto(addressOf('manifest.json', id));
      await page.evaluate(() => chrome.runtime.sendMessage('wake').then(() => undefined));
    } catch {
      // The extension is not there yet; its worker starts with it.
    } finally {
      await page.close();
    }
  }

  async function worker(id = extensionId): Promise<WebWorker> {
    return poll(
      `the background worker of ${id} runs and has its API`,
      async () => {
        if (!workerTarget(id)) await wakeWorker(id);
        const found = await workerTarget(id)?.worker();
        // Right after the start a worker's global scope may not have its API yet.
        return found && (await found.evaluate(() => Boolean(globalThis.chrome?.runtime?.id))) ? found : null;
      },
      INSTALLED_WITHIN,
    );
  }

  async function clipboardPage(): Promise<Page> {
    const page = await browser.newPage();
    await page.goto('https://clipboard.test/');
    const context = browser.defaultBrowserContext();
    await context.setPermission(
      'https://clipboard.test',
      { permission: { name: 'clipboard-read' }, state: 'granted' },
      { permission: { name: 'clipboard-write' }, state: 'granted' },
    );
    await page.bringToFront();
    await page.emulateFocusedPage(true);
    return page;
  }

  return {
    open,
    clickAction,
    extensionPage,
    worker,
    async openPopup(page: Page, id = extensionId, path = POPUP_PATH): Promise<Page> {
      await page.bringToFront();
      await clickAction(page, id);
      return extensionPage(path, id);
    },
    openExtensionPage: (path: string, id = extensionId) => open(addressOf(path, id)),
    async newTab(action: () => Promise<unknown>) {
      const before = new Set(browser.targets());
      const isNewTab = (target: Target) =>
        !before.has(target) && target.type() === 'page' && !target.url().startsWith('chrome-extension:');
      const [target] = await Promise.all([
        comes(browser, 'a new tab', (one) => isNewTab(one) && /^\w+:(?!blank)./.test(one.url())),
        action(),
      ]);
      const page = (await target.page())!;
      return { page, address: target.url() };
    },
    async clipboardText(): Promise<string> {
      const page = await clipboardPage();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      await page.close();
      return text;
    },
    async writeClipboard(text: string): Promise<void> {
      const page = await clipboardPage();
      await page.evaluate((words) => navigator.clipboard.writeText(words), text);
      await page.close();
    },
    closeOtherPages,
    async forgetEverything(): Promise<void> {
      await closeOtherPages();
      const page = await open(addressOf(OPTIONS_PATH));
      await page.evaluate(() => Promise.all([chrome.storage.session.clear(), chrome.storage.local.clear()]));
      await page.close();
    },
    isWorkerRunning: (id = extensionId) => workerTarget(id) !== undefined,
    async stopWorker(id = extensionId): Promise<void> {
      const target = workerTarget(id);
      if (!target) return;
      await (await target.worker())?.close();
      await poll('the worker has stopped', async () => workerTarget(id) === undefined);
    },
    openPrivate,
    async openPrivateExtensionPage(path: string): Promise<Page> {
      const before = new Set(browser.targets());
      await openPrivate('about:blank#private');
      // The private window has a worker of its own, which may start some moments later and get its API later still.
      await poll('the private worker has opened the page', async () => {
        for (const target of browser.targets().filter((one) => one.type() === 'service_worker')) {
          const opened = await (await target.worker())?.evaluate((asked) => {
            if (!globalThis.chrome?.extension?.inIncognitoContext) return false;
            chrome.tabs.create({ url: asked });
            return true;
          }, path);
          if (opened) return true;
        }
        return false;
      });
      const target = await comes(browser, path, (one) => !before.has(one) && one.url().endsWith(path));
      const page = (await target.page())!;
      // A tab has its address some moments before it has the page: what is asked of it until then is lost.
      await poll('the page has loaded', () =>
        page.evaluate(() => document.readyState === 'complete' && location.protocol === 'chrome-extension:'),
      );
      return page;
    },
  };
}
