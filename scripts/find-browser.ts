import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';

export interface FoundBrowser {
  kind: BrowserKind;
  /** Absolute path of the program. */
  path: string;
}

/** The browser that was named in an environment variable is not there. Never worked around: somebody chose it. */
export class BrowserNotThere extends Error {}

/** No browser of the kind is installed; the message is one line that says what to install. */
export class NoBrowser extends Error {}

const CHROMIUM_PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const FIREFOX_PROGRAMS = ['firefox-esr', 'firefox'];

const CHROMIUM_PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: windowsPlaces([
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ]),
};
const FIREFOX_PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: windowsPlaces(['Mozilla Firefox/firefox.exe']),
};

/** Debian's packages; the tests in other languages need Chromium's language files (`getUILanguage` stays English without). */
const DEBIAN_PACKAGES: Record<BrowserKind, string[]> = {
  chromium: ['chromium', 'chromium-l10n'],
  firefox: ['firefox-esr'],
};

/**
 * An installed browser of one kind: the environment first (`SIGNPOST_BROWSER` where it is of this kind, then
 * `CHROME_PATH` or `FIREFOX_PATH`), then the usual places and names.
 *
 * @throws {BrowserNotThere} when the environment names a program that is not there or may not be run.
 */
export function findBrowser(kind: BrowserKind): FoundBrowser | null {
  const named = namedInEnvironment(kind);
  if (named) return named;
  const places = (kind === 'chromium' ? CHROMIUM_PLACES : FIREFOX_PLACES)[process.platform] ?? [];
  const programs = kind === 'chromium' ? CHROMIUM_PROGRAMS : FIREFOX_PROGRAMS;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  const path = [...places, ...onPath].find(isProgram);
  return path ? { kind, path } : null;
}

/**
 * The browser to show the extension in: the one named in the environment, else Chromium and its kin, else Firefox.
 *
 * @throws {BrowserNotThere} as `findBrowser`.
 */
export function findAnyBrowser(): FoundBrowser | null {
  const chosen = process.env.SIGNPOST_BROWSER;
  return (
    (chosen && isFirefox(chosen) ? findBrowser('firefox') : null) ?? findBrowser('chromium') ?? findBrowser('firefox')
  );
}

/**
 * As `findBrowser`, and installs Debian's package where that is possible (root, apt).
 *
 * @throws {NoBrowser} when there is none and it cannot be installed here.
 */
export function findOrInstallBrowser(kind: BrowserKind): FoundBrowser {
  const found = findBrowser(kind);
  if (found) return found;
  if (canInstall()) {
    install(kind);
    const installed = findBrowser(kind);
    if (installed) return installed;
  }
  throw new NoBrowser(whatToInstall(kind));
}

function whatToInstall(kind: BrowserKind): string {
  const [name, variable] = kind === 'chromium' ? ['Chromium', 'CHROME_PATH'] : ['Firefox', 'FIREFOX_PATH'];
  return `No ${name} found: run "apt-get install -y ${DEBIAN_PACKAGES[kind].join(' ')}" as root (or install it your system's way), or set ${variable} to its program.`;
}

function namedInEnvironment(kind: BrowserKind): FoundBrowser | null {
  const chosen = process.env.SIGNPOST_BROWSER;
  const variable =
    chosen && isFirefox(chosen) === (kind === 'firefox')
      ? 'SIGNPOST_BROWSER'
      : kind === 'chromium'
        ? 'CHROME_PATH'
        : 'FIREFOX_PATH';
  const value = process.env[variable];
  if (!value) return null;
  const path = resolve(value);
  if (!isProgram(path))
    throw new BrowserNotThere(`${variable} names ${value}, and there is no program of that name that may be run.`);
  return { kind, path };
}

function isFirefox(path: string): boolean {
  return /firefox/i.test(path);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function canInstall(): boolean {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    existsSync('/etc/debian_version')
  );
}

function install(kind: BrowserKind): void {
  const packages = DEBIAN_PACKAGES[kind];
  console.error(`No ${kind} found: installing Debian's ${packages.join(', ')}.`);
  const apt = (...words: string[]) =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-q');
  apt('install', '-y', '-q', ...packages);
}

function windowsPlaces(programs: string[]): string[] {
  return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder): folder is string => Boolean(folder))
    .flatMap((folder) => programs.map((program) => join(folder, program)));
}
