import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const CHROMIUM_POLICY = '/etc/chromium/policies/managed/signpost-test.json';
const FIREFOX_POLICY = '/etc/firefox/policies/policies.json';

/** Stands in a file of Firefox's policies beside them, where the browser does not look. */
const OURS = 'Written by a test of Signpost, which deletes it at its end.';

/** Who has set each file's policy last: a test that was cut off must not write or delete what its second try has set. */
const owners = new Map<string, symbol>();

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
  // What a killed run has left is overwritten.
  if (existsSync(FIREFOX_POLICY) && !readFileSync(FIREFOX_POLICY, 'utf8').includes(OURS)) {
    throw new Error(`${FIREFOX_POLICY} exists already; the test does not overwrite a machine's own policies.`);
  }
  const file = (content: object) => ({ comment: OURS, policies: content });
  return withPolicyFile(FIREFOX_POLICY, file(policies), (change) => during((next) => change(next && file(next))));
}

async function withPolicyFile<T>(
  file: string,
  first: object,
  during: (change: (content: object | null) => void) => Promise<T>,
): Promise<T> {
  try {
    mkdirSync(dirname(file), { recursive: true });
    accessSync(dirname(file), constants.W_OK);
  } catch {
    throw new Error(`This test sets a machine-wide policy, and ${dirname(file)} may not be written: run it as root.`);
  }
  const me = Symbol(file);
  owners.set(file, me);
  const write = (content: object | null) => {
    if (owners.get(file) !== me) throw new Error('This test was cut off; its second try has the policies now.');
    if (content === null) rmSync(file, { force: true });
    else writeFileSync(file, JSON.stringify(content, null, 2), { mode: 0o644 });
  };
  try {
    write(first);
    return await during(write);
  } finally {
    if (owners.get(file) === me) write(null);
  }
}
