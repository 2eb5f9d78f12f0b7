import { CONTACT_KEYS, HELPLINE_KEYS, POLICY_KEYS } from '../../policy/parse-policy';
import type { PolicyFault } from '../../policy/policy-fault';
import { policySettings, type SettingsEntry } from '../../policy/policy-settings';
import { NO_POLICY, type SchoolPolicy } from '../../policy/school-policy';
import type { EntriesKey, TextKey, TruthKey } from '../../policy/setting-kinds';

export const ENTRY_KEYS: Readonly<Record<EntriesKey, readonly string[]>> = {
  contacts: CONTACT_KEYS,
  helplines: HELPLINE_KEYS,
};

/** What stands in the form while it is being filled in; blank texts are not set. */
export type PolicyDraft = Readonly<
  Record<TextKey, string> &
    Record<TruthKey, boolean> &
    Record<EntriesKey, readonly SettingsEntry[]> & { hiddenSections: readonly string[] }
>;

export const BLANK_DRAFT = Object.fromEntries<unknown>(
  POLICY_KEYS.map((key) => [key, NO_POLICY[key] ?? '']),
) as PolicyDraft;

export function draftOf(policy: SchoolPolicy): PolicyDraft {
  return { ...BLANK_DRAFT, ...policySettings(policy) } as PolicyDraft;
}

/** The draft as a policy to check. The shortcut for staff is there unless it is taken away, so only "no" is written. */
export function settingsInDraft({ staffSwitch, ...rest }: PolicyDraft): unknown {
  return staffSwitch ? rest : { ...rest, staffSwitch };
}

/** The faults without those of entries that nobody has begun to fill in. */
export function faultsOfDraft(draft: PolicyDraft, faults: readonly PolicyFault[]): PolicyFault[] {
  const blank = (Object.keys(ENTRY_KEYS) as EntriesKey[]).flatMap((list) =>
    draft[list].flatMap((entry, index) => (isBlank(entry) ? [`${list}[${index}]`] : [])),
  );
  return faults.filter(({ key }) => !blank.some((path) => key === path || key.startsWith(`${path}.`)));
}

function isBlank(entry: SettingsEntry): boolean {
  return Object.values(entry).every((text) => text.trim() === '');
}
