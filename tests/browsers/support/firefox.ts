import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findOrInstallBrowser } from '../../../scripts/find-browser';
import { type BidiConnection, connectBidi } from './bidi';
import { WELCOME_PATH } from './chromium';
import { discardFolder } from './discard-folder';
import type { OfflineWeb } from './offline-web';
import { poll } from './poll';

export const FIREFOX_PACKAGE = resolve(import.meta.dirname, '../../../dist/firefox');

/** Fixed by a preference, so that the extension's pages have known addresses. */
const PAGE_HOST = '5167a057-0000-4000-8000-000000000001';

export interface FirefoxOptions {
  /** Folder of the unpacked extension under test; null where a policy installs it. */
  extension?: string | null;
  /** Its id in the manifest. */
  extensionId: string;
  /** Folders of further extensions, for controls. */
  besides?: string[];
  /** The web that this browser sees. */
  web?: OfflineWeb;
  /** Profile folder, kept after `close`, with what a temporarily installed extension stored. Left out: a temporary one. */
  profile?: string;
  /** Further preferences. */
  preferences?: Record<string, string | number | boolean>;
  /** Default true. Without it a display is needed. */
  headless?: boolean;
  /** Time zone as in `Europe/London`; left out: the machine's. */
  timeZone?: string;
  /**
   * Leaves the first-run page open, which otherwise is waited for and closed, for it takes the focus. It comes at every
   * launch: what is installed for the run alone counts as new even in a profile that knows it.
   */
  keepWelcome?: boolean;
  /** The browser's program; left out: the installed one. */
  program?: string;
}

/** A tab, the popup or the sidebar. All of them take real (native-like) pointer and key events. */
export interface FirefoxPage {
  context: string;
  /** Runs a function in the page; arguments and result are passed as JSON. Promises are awaited. */
  evaluate<A extends unknown[], R>(body: (...given: A) => R, ...given: A): Promise<Awaited<R>>;
  /** Runs a script's source in the page (axe); not stopped by the page's content security policy. */
  run(source: string): Promise<void>;
  /** Clicks the one visible element with this role and accessible name, with a real pointer event. */
  click(role: string, name: string): Promise<void>;
  /** Clicks the first element of a selector. */
  clickSelector(selector: string): Promise<void>;
  /** Types keys into what has the focus; `\uE004` is Tab, `\uE007` Return (WebDriver's key codes). */
  press(keys: string): Promise<void>;
  /** A PNG of the page. */
  screenshot(): Promise<Buffer>;
}

/** The quickest that a hand presses after it has come to a button. */
const HAND_MS = 150;

export interface ExtensionRequest {
  /** Id of the extension that asked. */
  addon: string;
  address: string;
}

/** One running Firefox with the extension in it. */
export interface Firefox {
  bidi: BidiConnection;
  profile: string;
  open(address: string): Promise<FirefoxPage>;
  /**
   * Triggers the toolbar button on the tab in front, the way its key and its click do, which grants activeTab, and
   * gives the popup.
   *
   * @param id Another extension's id, for controls.
   */
  openPopup(id?: string): Promise<FirefoxPage>;
  isPopupOpen(): Promise<boolean>;
  /** Closes an open popup. */
  closePopup(): Promise<void>;
  /** Waits for the sidebar to be open with the extension's panel, and gives it. */
  sidebar(): Promise<FirefoxPage>;
  /** Opens a page of the extension in a tab. */
  openExtensionPage(path: string): Promise<FirefoxPage>;
  tabAddresses(): Promise<string[]>;
  /** Closes every tab but the first. */
  closeOtherTabs(): Promise<void>;
  /** Does something and gives the address of the tab that it opened. */
  newTab(action: () => Promise<unknown>): Promise<string>;
  clipboardText(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** What extensions have asked the network for since before they were installed; the tabs that they open are not counted. */
  extensionRequests(): Promise<ExtensionRequest[]>;
  /** Runs an expression in the browser's own window (privileged). */
  inBrowserWindow<R>(expression: string): Promise<R>;
  /** Settled when the browser has ended, by `close` or by a person. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox, installs the extension for this run, and talks to it over WebDriver BiDi. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const temporary = options.profile === undefined;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'signpost-firefox-'));
  writeFileSync(join(profile, 'user.js'), preferencesFile(options));
  const program = spawn(
    options.program ?? findOrInstallBrowser('firefox').path,
    [
      ...((options.headless ?? true) ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port=0',
      // Without it pages of extensions and the browser's own window are out of reach.
      '--remote-allow-system-access',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...(options.timeZone && { TZ: options.timeZone }) } },
  );
  const ended = new Promise<void>((done) => program.once('exit', () => done()));
  const finish = async () => {
    program.kill();
    const stubborn = setTimeout(() => program.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(stubborn);
    if (temporary) discardFolder(profile);
  };
  try {
    const bidi = await connectBidi(`${await socketAddress(program.stderr)}/session`);
    await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    const pages = await pagesOf(bidi, options.extensionId);
    await pages.inBrowserWindow(WATCH_REQUESTS);
    const extension = options.extension === undefined ? FIREFOX_PACKAGE : options.extension;
    for (const folder of [...(extension === null ? [] : [extension]), ...(options.besides ?? [])]) {
      await bidi.send('webExtension.install', { extensionData: { type: 'path', path: resolve(folder) } });
    }
    if (!options.keepWelcome && extension !== null && existsSync(join(extension, WELCOME_PATH))) {
      await pages.closeTab(`/${WELCOME_PATH}`);
    }
    return {
      ...pages,
      bidi,
      profile,
      ended,
      async close() {
        // A proper end flushes storage, which takes long on a busy machine; a signal is the fallback.
        await within(30_000, bidi.send('browser.close')).catch(() => undefined);
        await within(30_000, ended);
        bidi.close();
        await finish();
      },
    };
  } catch (error) {
    await finish();
    throw error;
  }
}

/** Waits for something, and no longer than this. */
async function within(milliseconds: number, awaited: Promise<unknown>): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  await Promise.race([
    awaited,
    new Promise((done) => {
      late = setTimeout(done, milliseconds);
    }),
  ]).finally(() => clearTimeout(late));
}

/** Keeps every request that an extension made or caused, in the browser's window. */
const WATCH_REQUESTS = `(() => {
  window.signpostRequests = [];
  Services.obs.addObserver((subject) => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { triggeringPrincipal, loadingPrincipal, externalContentPolicyType } = channel.loadInfo;
    if (externalContentPolicyType === Ci.nsIContentPolicy.TYPE_DOCUMENT) return;
    const addon = triggeringPrincipal?.addonId || loadingPrincipal?.addonId;
    if (addon) window.signpostRequests.push({ addon, address: channel.URI.spec });
  }, 'http-on-modify-request');
})()`;

function preferencesFile(options: FirefoxOptions): string {
  const preferences: Record<string, string | number | boolean> = {
    'extensions.webextensions.uuids': JSON.stringify({ [options.extensionId]: PAGE_HOST }),
    'xpinstall.signatures.required': false,
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'browser.shell.checkDefaultBrowser': false,
    ...(options.web && {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${options.web.port};80=${options.web.port}`,
    }),
    ...options.preferences,
  };
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

async function socketAddress(errors: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  errors.on('data', (part) => {
    said += part;
  });
  return poll(
    'Firefox says where its remote agent listens',
    async () => /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1],
    30_000,
  );
}

interface EvaluationReply {
  type: 'success' | 'exception';
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

async function pagesOf(bidi: BidiConnection, extensionId: string) {
  const pageAddress = (path: string) => `moz-extension://${PAGE_HOST}/${path}`;
  const browserWindow = await poll('the browser has a window', async () => {
    const windows = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
      maxDepth: 0,
    });
    return windows.contexts[0]?.context;
  });

  async function evaluateIn(context: string, expression: string): Promise<unknown> {
    const reply = await bidi.send<EvaluationReply>('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
      userActivation: false,
    });
    if (reply.type === 'exception') throw new Error(`In Firefox: ${reply.exceptionDetails?.text}`);
    return reply.result?.value;
  }

  async function inBrowserWindow<R>(expression: string): Promise<R> {
    const text = await evaluateIn(browserWindow, `(async () => JSON.stringify((await (${expression})) ?? null))()`);
    return JSON.parse(text as string) as R;
  }

  const page = (context: string): FirefoxPage => ({
    context,
    async evaluate(body, ...given) {
      // `__name` is what some TypeScript runners put around functions.
      const text = await evaluateIn(
        context,
        `(async () => { const __name = (named) => named; return JSON.stringify((await (${body})(...${JSON.stringify(given)})) ?? null); })()`,
      );
      return JSON.parse(text as string);
    },
    async run(source) {
      await evaluateIn(context, `${source}\n;undefined`);
    },
    async click(role, name) {
      await clickNode(context, { type: 'accessibility', value: { role, name } }, `${role} "${name}"`);
    },
    async clickSelector(selector) {
      await clickNode(context, { type: 'css', value: selector }, selector);
    },
    async press(keys) {
      const actions = [...keys].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await bidi.send('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] });
    },
    async screenshot() {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
  });

  async function clickNode(context: string, locator: object, what: string): Promise<void> {
    // A popup is given its size a moment after it is drawn: what is clicked has to be where the pointer goes. And what
    // was drawn first may be drawn anew: it is looked for each time.
    const element = await poll(`${what} is on the page and can be pointed at`, async () => {
      const { nodes } = await bidi.send<{ nodes: { sharedId: string }[] }>('browsingContext.locateNodes', {
        context,
        locator,
      });
      if (!nodes[0]) return null;
      const found = { sharedId: nodes[0].sharedId };
      const { result } = await bidi.send<{ result: { value: boolean } }>('script.callFunction', {
        functionDeclaration: `(element) => {
          element.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { x, y, width, height } = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
        }`,
        arguments: [found],
        target: { context },
        awaitPromise: false,
      });
      return result?.value ? found : null;
    });
    const actions = [
      { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } },
      { type: 'pause', duration: HAND_MS },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  /**
   * Popup and sidebar are not tabs, so the remote agent does not list them. Telling it about their `<browser>`
   * element gives them an address of their own in the protocol: then evaluating, clicking, typing and screenshots
   * all work in them as in a tab.
   *
   * @param element Expression for the `<browser>` element in the browser's window, or null while it is not there.
   */
  async function adopt(what: string, element: string, path: RegExp): Promise<FirefoxPage> {
    // While a popup opens, Firefox moves its document from one element to another: ask anew until one has loaded.
    const adoptNow = () =>
      inBrowserWindow<string | null>(`(() => {
        const browserElement = ${element};
        if (!browserElement || !${path}.test(browserElement.currentURI.spec)) return null;
        const panel = browserElement.closest('panel');
        if (panel && panel.state !== 'open') return null;
        const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
        browserElement.permanentKey ??= {};
        const id = NavigableManager.getIdForBrowser(browserElement);
        const known = NavigableManager.getBrowserById.bind(NavigableManager);
        NavigableManager.getBrowserById = (asked) => (asked === id ? browserElement : known(asked));
        return id;
      })()`);
    const context = await poll(`${what} is open and has loaded`, async () => {
      const id = await adoptNow();
      return id && (await evaluateIn(id, 'document.readyState')) === 'complete' ? id : null;
    });
    return page(context);
  }

  const popupElement = `document.querySelector('browser.webextension-popup-browser')`;
  const ownPages = new RegExp(`^moz-extension://${PAGE_HOST}/`);
  const isPopupOpen = () => inBrowserWindow<boolean>(`Boolean(${popupElement})`);

  async function tabs(): Promise<{ context: string; url: string }[]> {
    return (
      await bidi.send<{ contexts: { context: string; url: string }[] }>('browsingContext.getTree', { maxDepth: 0 })
    ).contexts;
  }

  async function newEmptyTab(): Promise<string> {
    return (await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' })).context;
  }

  async function closePopup(): Promise<void> {
    // A popup that is still opening lies in a panel of its own, which cannot be hidden: told again until it is gone.
    await poll('the popup is closed', async () => {
      await inBrowserWindow(`(() => { ${popupElement}?.closest('panel')?.hidePopup(); })()`);
      return !(await isPopupOpen());
    });
  }

  return {
    inBrowserWindow,
    isPopupOpen,
    closePopup,
    async open(address: string): Promise<FirefoxPage> {
      const context = await newEmptyTab();
      await bidi.send('browsingContext.navigate', { context, url: address, wait: 'complete' });
      return page(context);
    },
    async openPopup(id = extensionId): Promise<FirefoxPage> {
      // A click on the button of an open popup would close it.
      await closePopup();
      await inBrowserWindow(`(() => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const extension = ExtensionParent.GlobalManager.extensionMap.get(${JSON.stringify(id)});
        ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
      })()`);
      return adopt('the popup', popupElement, id === extensionId ? ownPages : /^moz-extension:/);
    },
    sidebar: () =>
      adopt(
        'the sidebar',
        `SidebarController.isOpen ? SidebarController.browser.contentDocument.getElementById('webext-panels-browser') : null`,
        ownPages,
      ),
    async openExtensionPage(path: string): Promise<FirefoxPage> {
      const before = await newEmptyTab();
      const others = new Set((await tabs()).map((tab) => tab.context).filter((context) => context !== before));
      // The load changes processes, which the protocol does not wait through; the tab is found again afterwards.
      await bidi.send('browsingContext.navigate', { context: before, url: pageAddress(path), wait: 'none' });
      const tab = await poll(`${path} is open`, async () =>
        (await tabs()).find(
          (candidate) => !others.has(candidate.context) && candidate.url.startsWith(pageAddress(path)),
        ),
      );
      await poll(
        `${path} has loaded`,
        // The empty page before it is complete too.
        async () => {
          const isThere = `document.readyState === 'complete' && location.href.startsWith(${JSON.stringify(pageAddress(path))})`;
          return evaluateIn(tab.context, isThere);
        },
      );
      return page(tab.context);
    },
    /** Waits for the tab whose address ends so, and closes it. */
    async closeTab(ending: string): Promise<void> {
      const wanted = async () => (await tabs()).find((tab) => tab.url.endsWith(ending));
      const { context } = await poll(`a tab at …${ending} is there`, wanted, 30_000);
      await bidi.send('browsingContext.close', { context });
    },
    async closeOtherTabs(): Promise<void> {
      for (const { context } of (await tabs()).slice(1)) await bidi.send('browsingContext.close', { context });
    },
    tabAddresses: async () => (await tabs()).map((tab) => tab.url),
    async newTab(action: () => Promise<unknown>): Promise<string> {
      const before = new Set((await tabs()).map((tab) => tab.context));
      await action();
      const tab = await poll('a new tab has an address', async () =>
        // The panel may be a tab too.
        (await tabs()).find(({ context, url }) => !before.has(context) && !/^(about|moz-extension):/.test(url)),
      );
      return tab.url;
    },
    clipboardText: () =>
      inBrowserWindow<string>(`(() => {
        const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
        transferable.init(null);
        transferable.addDataFlavor('text/plain');
        Services.clipboard.getData(transferable, Ci.nsIClipboard.kGlobalClipboard);
        const held = {};
        try { transferable.getTransferData('text/plain', held); } catch { return ''; }
        return held.value.QueryInterface(Ci.nsISupportsString).data;
      })()`),
    async writeClipboard(text: string): Promise<void> {
      await inBrowserWindow(
        `Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString(${JSON.stringify(text)})`,
      );
    },
    extensionRequests: () => inBrowserWindow<ExtensionRequest[]>('window.signpostRequests'),
  };
}
