import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import type { FirefoxPage } from './firefox';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on a page: rule, what it says, and where. Rules up to WCAG 2.2 AA and axe's best practices. */
export interface AccessibilityFault {
  rule: string;
  help: string;
  where: string[];
}

/** Runs axe in a Chromium or Firefox page. Evaluated, not injected: the content security policy refuses script tags. */
export async function accessibilityFaults(page: Page | FirefoxPage): Promise<AccessibilityFault[]> {
  if ('run' in page) await page.run(axeSource);
  else await page.evaluate(axeSource);
  const check = () =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run().then(({ violations }) =>
      violations.map(({ id, help, nodes }) => ({
        rule: id,
        help,
        where: nodes.map((node) => node.target.join(' ')),
      })),
    );
  return (page as { evaluate(body: typeof check): Promise<AccessibilityFault[]> }).evaluate(check);
}
