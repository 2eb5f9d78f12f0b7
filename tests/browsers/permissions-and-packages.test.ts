import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesIn, packageExtension } from '../../scripts/package-extension';
import { NOTICES } from '../../scripts/vite/third-party-notices';
import { CHROME_PACKAGE, OPTIONS_PATH, PANEL_PATH, POPUP_PATH } from './support/chromium';
import { FIREFOX_PACKAGE } from './support/firefox';

const root = resolve(import.meta.dirname, '../..');
const packages = [
  {
    name: 'Chrome and Edge',
    folder: CHROME_PACKAGE,
    permissions: ['activeTab', 'contextMenus', 'sidePanel', 'storage'],
  },
  { name: 'Firefox', folder: FIREFOX_PACKAGE, permissions: ['activeTab', 'contextMenus', 'storage'] },
];

/** The one hash is that of the popup's styles, which stand in its page. */
const policyWith = (hash: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'sha256-${hash}'; img-src 'self'; connect-src 'none'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const OPENINGS_FOR_OTHERS = [
  'host_permissions',
  'optional_permissions',
  'optional_host_permissions',
  'content_scripts',
  'web_accessible_resources',
  'externally_connectable',
  'chrome_url_overrides',
  'declarative_net_request',
  'devtools_page',
  'sandbox',
  'update_url',
];

/** Everything in the platform that asks the network, and what runs text as code. */
const WAYS_OUT = [
  /\bfetch\s*\(/,
  /XMLHttpRequest/,
  /\bWebSocket\b/,
  /sendBeacon/,
  /\bEventSource\b/,
  /WebTransport/,
  /RTCPeerConnection/,
  /importScripts/,
  /\bimport\s*\(\s*["'`]https?:/,
  /\beval\s*\(/,
  /new Function\s*\(/,
  /\.innerHTML\s*=/,
];

const PREACT_NAMESPACES = [
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
];

/** Where browsers fetch extensions from: text that the administrator's page writes into a policy, never asked for. */
const STORES = ['clients2.google.com', 'edge.microsoft.com', 'addons.mozilla.org'];

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const textsOf = (folder: string, ending: RegExp) =>
  filesIn(folder)
    .filter((path) => ending.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

describe.each(packages)('the built package for $name', ({ folder, permissions }) => {
  it('asks for exactly its declared permissions', () => {
    expect([...manifestOf(folder).permissions].sort()).toEqual(permissions);
  });

  it.each(OPENINGS_FOR_OTHERS)('has no %s', (key) => {
    expect(manifestOf(folder)).not.toHaveProperty(key);
  });

  it('has exactly the content security policy that lets nothing out', () => {
    const [, styles] = /<style>([\s\S]*?)<\/style>/.exec(readFileSync(join(folder, POPUP_PATH), 'utf8'))!;
    const hash = createHash('sha256').update(styles!).digest('base64');
    expect(manifestOf(folder).content_security_policy).toEqual({ extension_pages: policyWith(hash) });
  });

  it('keeps popup, panel and options where the tests look for them', () => {
    for (const path of [POPUP_PATH, PANEL_PATH, OPTIONS_PATH]) expect(existsSync(join(folder, path)), path).toBe(true);
  });

  it('has no code that could ask the network or run text as code', () => {
    const found = textsOf(folder, /\.(js|mjs|html)$/).flatMap(({ path, text }) =>
      WAYS_OUT.filter((way) => way.test(text)).map((way) => `${path}: ${way}`),
    );
    expect(found).toEqual([]);
  });

  it('has pages without inline scripts, frames, hints to connect, or anything from elsewhere', () => {
    for (const { path, text } of textsOf(folder, /\.html$/)) {
      const noInlineScript = [...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].every(
        ([, attributes, body]) => /\bsrc=/.test(attributes!) && body!.trim() === '',
      );
      expect(noInlineScript, `${path}: inline script`).toBe(true);
      expect(text, path).not.toMatch(/<(iframe|frame|object|embed|base|portal)\b/i);
      expect(text, path).not.toMatch(/\bon\w+\s*=\s*["']/i);
      expect(text, path).not.toMatch(/(src|href|action|srcset)\s*=\s*["']?\s*(https?:)?\/\//i);
      for (const [, kind] of text.matchAll(/<link\b[^>]*\brel="?([\w-]+)/g)) {
        expect(['stylesheet', 'modulepreload', 'icon'], path).toContain(kind);
      }
    }
  });

  it('has styles that load nothing from elsewhere', () => {
    for (const { path, text } of textsOf(folder, /\.(css|html)$/)) {
      expect(text, path).not.toMatch(/@import|url\(\s*["']?(https?:)?\/\//i);
    }
  });

  it('has scripts that make no element which loads: a frame, a picture, a script, a hint to connect', () => {
    for (const { path, text } of textsOf(folder, /\.js$/)) {
      // vite's preload helper makes link elements for the package's own files, with modulepreload or stylesheet only.
      expect(text, path).not.toMatch(
        /["'`](iframe|img|script|audio|video|object|embed|preconnect|dns-prefetch|prefetch|prerender)["'`]\s*,\s*\{/,
      );
      expect(text, path).not.toMatch(/\bnew (Image|Audio)\s*\(/);
    }
  });

  it('names addresses only as facts to open: each host in its code stands in a record', () => {
    const known = readCatalogue();
    const strangers = textsOf(folder, /\.js$/).flatMap(({ path, text }) =>
      [...text.matchAll(/https?:\/\/[^\s"'`<>\\){}]+/g)]
        .map(([address]) => address)
        .filter((address) => !PREACT_NAMESPACES.includes(address) && !STORES.includes(hostOf(address)))
        .filter((address) => !known.includes(hostOf(address)))
        .map((address) => `${path}: ${address}`),
    );
    expect(strangers).toEqual([]);
  });

  it('holds the licence of each project whose code is in it', () => {
    const notices = readFileSync(join(folder, NOTICES), 'utf8');
    for (const name of ['lean-qr', 'preact']) {
      const installed = join(root, 'node_modules', name);
      const { version, license } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
      expect(notices).toContain(`${name} ${version} (${license})`);
      expect(notices).toContain(readFileSync(join(installed, 'LICENSE'), 'utf8').trim());
    }
  });

  it('holds code of no other project than those', () => {
    const notices = readFileSync(join(folder, NOTICES), 'utf8');
    expect([...notices.matchAll(/^(\S+) \d+\.\d+\.\d+ \(/gm)].map(([, name]) => name)).toEqual(['lean-qr', 'preact']);
  });

  it('is less than 400 KB', () => {
    const zip = zipOf(folder);
    expect(statSync(zip).size).toBeLessThan(400 * 1024);
  });
});

describe('the Firefox package', () => {
  it('declares that no data is collected', () => {
    expect(manifestOf(FIREFOX_PACKAGE).browser_specific_settings.gecko.data_collection_permissions).toEqual({
      required: ['none'],
    });
  });

  it('passes addons-linter without an error, a warning or a notice', () => {
    const linter = join(root, 'node_modules', '.bin', 'addons-linter');
    let output: string;
    try {
      output = execFileSync(linter, ['--output=json', '--boring', FIREFOX_PACKAGE], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    const { errors, warnings } = JSON.parse(output);
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
  });
});

describe('the packing', () => {
  const second = mkdtempSync(join(tmpdir(), 'signpost-second-build-'));
  afterAll(() => rmSync(second, { recursive: true, force: true }));

  it('gives the same bytes when everything is built again, elsewhere and in another time zone', () => {
    execFileSync(join(root, 'node_modules', '.bin', 'tsx'), [join(root, 'scripts/build.ts'), second], {
      cwd: root,
      env: { ...process.env, TZ: 'Asia/Kolkata', NODE_ENV: '' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (const { folder } of packages) {
      const first = zipOf(folder);
      const again = join(second, first.slice(first.lastIndexOf('signpost-')));
      expect(readFileSync(again).equals(readFileSync(first)), again).toBe(true);
    }
  });

  it('refuses a build that opens files to web pages', () => {
    const folder = mkdtempSync(join(second, 'dev-'));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ manifest_version: 3, web_accessible_resources: [] }));
    expect(() => packageExtension(folder, join(second, 'dev.zip'))).toThrow(/web_accessible_resources/);
  });
});

function zipOf(folder: string): string {
  const target = folder === FIREFOX_PACKAGE ? 'firefox' : 'chrome';
  const dist = resolve(folder, '..');
  const name = `signpost-${target}-${manifestOf(folder).version}.zip`;
  expect(readdirSync(dist)).toContain(name);
  return join(dist, name);
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/?#:]*)/.exec(address)![1]!;
}

/** The text of every record, to look a host up in. */
function readCatalogue(): string {
  return [...textsOf(join(root, 'src/catalogue'), /\.json$/), ...textsOf(join(root, 'src/plan'), /\.json$/)]
    .map(({ text }) => text)
    .join('\n');
}
