import { browser } from './extension-api';

/** The report at hand, in memory only: it goes when the browser closes. */
const CASE = 'case';
/** An address that was taken through the context menu and not yet looked at. */
const CAPTURED = 'captured-address';

export async function readStoredCase(): Promise<unknown> {
  return (await browser.storage.session.get(CASE))[CASE];
}

export async function storeCase(value: object | null): Promise<void> {
  await (value === null ? browser.storage.session.remove(CASE) : browser.storage.session.set({ [CASE]: value }));
}

export function onCaseChange(listener: (stored: unknown) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && CASE in changes) listener(changes[CASE]?.newValue);
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

/** The captured address, taken once: the next opening of the popup is about its own tab again. */
export async function takeCapturedAddress(): Promise<string | null> {
  const value = (await browser.storage.session.get(CAPTURED))[CAPTURED];
  if (value === undefined) return null;
  await browser.storage.session.remove(CAPTURED);
  return typeof value === 'string' ? value : null;
}

export async function storeCapturedAddress(address: string): Promise<void> {
  await browser.storage.session.set({ [CAPTURED]: address });
}
