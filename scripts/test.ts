import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserKind, findOrInstallBrowser } from './find-browser';

const root = resolve(import.meta.dirname, '..');
const reports = join(root, 'out', 'test-reports');

interface Counts {
  passed: number;
  failed: number;
}

/** The parts of vitest's JSON report (Jest's format) that are counted. */
interface TestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: AssertionResult[] }[];
}

interface AssertionResult {
  status: string;
  fullName: string;
  /** Of a test that passed: what failed in its first try. */
  failureMessages?: string[];
}

/** Runs a command of node_modules/.bin with its output passed on; gives its exit code. */
function run(title: string, command: string, ...words: string[]): Promise<number> {
  console.log(`\n── ${title}`);
  return new Promise((done) => {
    const child = spawn(join(root, 'node_modules', '.bin', command), words, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** One command that passes or fails as a whole. */
async function check(title: string, command: string, ...words: string[]): Promise<Counts> {
  return (await run(title, command, ...words)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The tests of one vitest project, each counted. */
async function tests(title: string, project: string): Promise<Counts> {
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  const code = await run(
    title,
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as TestReport;
    const filesThatDidNotRun = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    ).length;
    const failed = numFailedTests + filesThatDidNotRun;
    for (const { status, fullName, failureMessages } of testResults.flatMap((file) => file.assertionResults)) {
      if (status !== 'passed' || !failureMessages?.length) continue;
      console.log(`\nPassed only when tried again: ${fullName}\n  ${failureMessages.join('\n  ')}`);
    }
    // An error outside any test makes vitest fail although no test did.
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    console.log(`The ${project} tests ended without a report.`);
    return { passed: 0, failed: 1 };
  }
}

function browserIsThere(kind: BrowserKind): Counts {
  try {
    console.log(`${kind}: ${findOrInstallBrowser(kind).path}`);
    return { passed: 0, failed: 0 };
  } catch (error) {
    console.log((error as Error).message);
    return { passed: 0, failed: 1 };
  }
}

mkdirSync(reports, { recursive: true });
const results: Counts[] = [];
results.push(await check('Types', 'tsc', '--noEmit'));
results.push(await check('Lint', 'biome', 'check', '.'));
results.push(await tests('Unit tests', 'unit'));
const built = await check('Build of both packages', 'tsx', 'scripts/build.ts');
results.push(built);
console.log('\n── Browsers');
const browsers = [browserIsThere('chromium'), browserIsThere('firefox')];
results.push(...browsers);
if (built.failed > 0) {
  console.log('The browser tests need both packages, and the build failed.');
  results.push({ passed: 0, failed: 1 });
} else if (browsers.every((browser) => browser.failed === 0)) {
  results.push(await tests('Tests in real Chromium and real Firefox', 'browsers'));
}

const passed = results.reduce((sum, counts) => sum + counts.passed, 0);
const failed = results.reduce((sum, counts) => sum + counts.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
