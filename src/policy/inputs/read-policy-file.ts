import type { Message } from '../../locales/translate';
import { POLICY_KEYS } from '../parse-policy';
import { parsePlist } from './parse-plist';
import { parseRegistryFile, parseRegistryValues } from './parse-registry';

/** The settings inside a text, unchecked (`parsePolicy` checks them), or why there are none. */
export type PolicyFile = { settings: unknown } | { problem: Message };

const NO_VALUES: PolicyFile = { problem: { key: 'policy.problem.no-values' } };

/**
 * Finds the settings in what an administrator has: the bare settings, or a finished policy for Google Admin, the
 * registry, Intune, macOS, Linux or Firefox. Never throws.
 */
export function readPolicyFile(text: string): PolicyFile {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (/^[[{"]/.test(trimmed)) return readJson(trimmed);
  if (/^Windows Registry Editor/i.test(trimmed)) return found(parseRegistryFile(trimmed));
  if (/<plist[\s>]/.test(trimmed)) return found(settingsInPlist(parsePlist(trimmed)));
  const values = /@'\r?\n(.*)\r?\n'@/.exec(trimmed)?.[1];
  if (values !== undefined) return readRegistryValues(values);
  return { problem: { key: 'policy.problem.not-a-policy' } };
}

function readJson(text: string): PolicyFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return notJson(error);
  }
  const policies = member(value, 'policies');
  const extensions = member(
    member(policies ?? value, '3rdparty'),
    policies === undefined ? 'extensions' : 'Extensions',
  );
  if (extensions !== undefined) return found(oursAmong(extensions));
  if (policies !== undefined || member(value, 'ExtensionSettings') !== undefined) return NO_VALUES;
  return { settings: unwrapped(value) };
}

function readRegistryValues(text: string): PolicyFile {
  try {
    return found(parseRegistryValues(JSON.parse(text)));
  } catch (error) {
    return notJson(error);
  }
}

function notJson(error: unknown): PolicyFile {
  return {
    problem: { key: 'policy.problem.not-json', values: { detail: error instanceof Error ? error.message : '' } },
  };
}

function found(settings: unknown): PolicyFile {
  return settings === undefined ? NO_VALUES : { settings };
}

/** Google Admin's form: every value inside an object with the one key `Value`. */
function unwrapped(value: unknown): unknown {
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const isWrapped = entries.length > 0 && entries.every(([, held]) => isObject(held) && Object.hasOwn(held, 'Value'));
  return isWrapped ? Object.fromEntries(entries.map(([key, held]) => [key, member(held, 'Value')])) : value;
}

/** A file may configure other extensions too; ours is the one that uses most of our keys. */
function oursAmong(extensions: unknown): unknown {
  if (!isObject(extensions)) return undefined;
  const usedKeys = (settings: unknown) =>
    isObject(settings) ? POLICY_KEYS.filter((key) => Object.hasOwn(settings, key)).length : 0;
  const candidates = Object.values(extensions).sort((one, other) => usedKeys(other) - usedKeys(one));
  return candidates.length === 1 || usedKeys(candidates[0]) > 0 ? candidates[0] : undefined;
}

function settingsInPlist(value: unknown): unknown {
  if (Array.isArray(value)) return firstFound(value.map(settingsInPlist));
  if (!isObject(value)) return undefined;
  for (const [key, held] of Object.entries(value)) {
    if (!/\.extensions\.[a-p]{32}$/.test(key)) continue;
    const forced = member(held, 'Forced');
    return Array.isArray(forced) ? member(forced[0], 'mcx_preference_settings') : held;
  }
  return firstFound(Object.values(value).map(settingsInPlist));
}

function firstFound(values: unknown[]): unknown {
  return values.find((value) => value !== undefined);
}

function member(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
