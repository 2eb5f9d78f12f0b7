import { browser } from './extension-api';

/**
 * What an administrator set, unchecked (`parsePolicy` checks it). `{}` where there is none: Chromium then gives
 * an empty object, Firefox rejects.
 */
export async function readPolicy(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {};
  }
}

/**
 * Calls back whenever the policy may have changed; ask `readPolicy` again then. Chromium delivers a policy seconds
 * after its start and again at every change; Firefox reads it at its start and never calls. Returns the way to stop.
 */
export function onPolicyChange(callback: () => void): () => void {
  const listener = (_changes: unknown, area: string): void => {
    if (area === 'managed') callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
