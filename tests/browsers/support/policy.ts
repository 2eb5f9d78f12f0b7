import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const CHROMIUM_POLICY = '/etc/chromium/policies/managed/signpost-test.json';
const FIREFOX_POLICY = '/etc/firefox/policies/policies.json';

/**
 * Sets machine-wide policies for Chromium as long as `during` runs; `change` replaces them (Chromium follows after
 * about five seconds). Policies are machine-wide: one test at a time, and no other Chromium is left untouched.
 *
 * @throws {Error} with a plain message when this user may not write policies.
 */
export function withChromiumPolicy<T>(
  policy: object,
  during: (change: (policy: object | null) => void) => Promise<T>,
): Promise<T> {
  return withPolicyFile(CHROMIUM_POLICY, policy, during);
}

/**
 * Sets machine-wide policies for Firefox (the value of `policies`), which reads them at its start only.
 *
 * @throws {Error} as `withChromiumPolicy`, and when the machine already has policies for Firefox.
 */
export function withFirefoxPolicy<T>(
  policies: object,
  during: (change: (policies: object | null) => void) => Promise<T>,
): Promise<T> {
  if (existsSync(FIREFOX_POLICY)) {
    throw new Error(`${FIREFOX_POLICY} exists already; the test does not overwrite a machine's own policies.`);
  }
  return withPolicyFile(FIREFOX_POLICY, { policies }, (change) => during((next) => change(next && { policies: next })));
}

async function withPolicyFile<T>(
  file: string,
  first: object,
  during: (change: (content: object | null) => void) => Promise<T>,
): Promise<T> {
  const write = (content: object | null) =>
    content === null
      ? rmSync(file, { force: true })
      : writeFileSync(file, JSON.stringify(content, null, 2), { mode: 0o644 });
  try {
    mkdirSync(dirname(file), { recursive: true });
    accessSync(dirname(file), constants.W_OK);
  } catch {
    throw new Error(`This test sets a machine-wide policy, and ${dirname(file)} may not be written: run it as root.`);
  }
  try {
    write(first);
    return await during(write);
  } finally {
    write(null);
  }
}
