import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Platform } from '../../src/catalogue/types';
import { launchChromium } from '../../tests/browsers/support/chromium';
import { launchFirefox } from '../../tests/browsers/support/firefox';
import type { Ratios } from './side-by-side';
import { shown, spreadOf, table } from './statistics';
import { timeDetection } from './time-detection';

/** A page in which the bundle of `detection-in-page.ts` has run. */
type BenchPage = { timeDetection: typeof timeDetection };

/** Runs in the page. */
const timeInPage = (...given: Parameters<typeof timeDetection>): Ratios[] =>
  (globalThis as unknown as BenchPage).timeDetection(...given);

/**
 * Detection against `new URL(address)` in the browsers that it is made for, and in Node. Each engine has a URL parser of
 * its own and is its own reference.
 * @param folder a temporary one, for the bundle
 */
export async function benchDetection(platforms: Platform[], folder: string): Promise<string> {
  const addresses = benchAddresses(platforms);
  const bundle = await bundleForPage(folder);
  const chromium = await timeInChromium(bundle, platforms, addresses);
  const firefox = await timeInFirefox(bundle, platforms, addresses);
  const node = timeDetection(platforms, addresses);
  const rows = node.map(({ name }, at) => [
    name,
    ...[chromium, firefox, node].map((engine) => shown(spreadOf(engine[at]!.ratios))),
  ]);
  const engines = ['Chromium', 'Firefox', 'Node'];
  return `${addresses.length} addresses, ratio (quartiles).\n\n${table(['per address', ...engines], rows)}`;
}

async function bundleForPage(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: fileURLToPath(new URL('detection-in-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'detection',
        fileName: () => 'detection.js',
      },
    },
  });
  return readFileSync(join(folder, 'detection.js'), 'utf8');
}

async function timeInChromium(bundle: string, platforms: Platform[], addresses: string[]): Promise<Ratios[]> {
  const chromium = await launchChromium({ extension: null });
  try {
    const page = await chromium.browser.newPage();
    await page.evaluate(bundle);
    return await page.evaluate(timeInPage, platforms, addresses);
  } finally {
    await chromium.close();
  }
}

async function timeInFirefox(bundle: string, platforms: Platform[], addresses: string[]): Promise<Ratios[]> {
  const firefox = await launchFirefox({ extension: null, extensionId: 'none@signpost.example' });
  try {
    const page = await firefox.open('about:blank');
    await page.run(bundle);
    return await page.evaluate(timeInPage, platforms, addresses);
  } finally {
    await firefox.close();
  }
}

/** The records' examples, the same as a phone shares them, and pages of websites that are no known platform. */
function benchAddresses(platforms: Platform[]): string[] {
  const examples = platforms.flatMap(({ shapes }) => shapes.flatMap((shape) => shape.examples.map((e) => e.address)));
  const shared = examples.map((address) =>
    address.includes('#') ? address : `${address}${address.includes('?') ? '&' : '?'}utm_source=share&utm_medium=phone`,
  );
  const elsewhere = Array.from(
    { length: 300 },
    (_, at) => `https://www.site${at}.example/news/2026/article-${at}?page=2`,
  );
  return [...examples, ...shared, ...elsewhere];
}
