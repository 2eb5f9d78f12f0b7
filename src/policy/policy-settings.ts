import { CONTACT_KEYS, HELPLINE_KEYS, POLICY_KEYS } from './parse-policy';
import type { SchoolPolicy } from './school-policy';

/** A contact or a helpline as an administrator writes it; what is not known is left out. */
export type SettingsEntry = Readonly<Record<string, string>>;

/** One setting as an administrator writes it: no null, no default. */
export type SettingValue = string | boolean | readonly string[] | readonly SettingsEntry[];

/** A policy as an administrator writes it: only the keys that the school decided, in the order of the documentation. */
export type PolicySettings = Readonly<Record<string, SettingValue>>;

/** The inverse of `parsePolicy`: what has to be written so that it reads this policy. */
export function policySettings(policy: SchoolPolicy): PolicySettings {
  const written = {
    ...policy,
    contacts: entries(policy.contacts, CONTACT_KEYS),
    helplines: entries(policy.helplines, HELPLINE_KEYS),
  };
  const settings: Record<string, SettingValue> = {};
  for (const key of POLICY_KEYS) {
    const value = written[key];
    if (key === 'staffSwitch' ? value !== !policy.audienceLocked : isSet(value)) settings[key] = value as SettingValue;
  }
  return settings;
}

function isSet(value: SchoolPolicy[keyof SchoolPolicy] | SettingValue): value is SettingValue {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
}

function entries<Entry>(list: readonly Entry[], keys: readonly (keyof Entry & string)[]): SettingsEntry[] {
  return list.map((entry) =>
    Object.fromEntries(keys.flatMap((key) => (entry[key] === null ? [] : [[key, String(entry[key])]]))),
  );
}
