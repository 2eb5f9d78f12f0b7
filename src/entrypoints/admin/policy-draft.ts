import { CONTACT_KEYS, HELPLINE_KEYS } from '../../policy/parse-policy';
import type { PolicyFault } from '../../policy/policy-fault';
import { policySettings } from '../../policy/policy-settings';
import type { SchoolPolicy } from '../../policy/school-policy';

export type TextKey =
  | 'country'
  | 'subdivision'
  | 'audience'
  | 'schoolName'
  | 'message'
  | 'reportLink'
  | 'language'
  | 'notes';
export type TruthKey = 'countryLocked' | 'audienceLocked' | 'languageLocked' | 'notesLocked' | 'staffSwitch';
export type ListKey = 'contacts' | 'helplines';
export type EntryDraft = Readonly<Record<string, string>>;

export const ENTRY_KEYS: Readonly<Record<ListKey, readonly string[]>> = {
  contacts: CONTACT_KEYS,
  helplines: HELPLINE_KEYS,
};

/** What stands in the form while it is being filled in; blank texts are not set. */
export type PolicyDraft = Readonly<
  Record<TextKey, string> &
    Record<TruthKey, boolean> &
    Record<ListKey, readonly EntryDraft[]> & { hiddenSections: readonly string[] }
>;

export const BLANK_DRAFT: PolicyDraft = {
  country: '',
  countryLocked: false,
  subdivision: '',
  audience: '',
  audienceLocked: false,
  schoolName: '',
  contacts: [],
  message: '',
  reportLink: '',
  helplines: [],
  language: '',
  languageLocked: false,
  notes: '',
  notesLocked: false,
  hiddenSections: [],
  staffSwitch: true,
};

export function draftOf(policy: SchoolPolicy): PolicyDraft {
  return { ...BLANK_DRAFT, ...policySettings(policy) } as PolicyDraft;
}

/** The draft as a policy to check. The shortcut for staff is there unless it is taken away, so only "no" is written. */
export function settingsInDraft({ staffSwitch, ...rest }: PolicyDraft): unknown {
  return staffSwitch ? rest : { ...rest, staffSwitch };
}

/** The faults without those of entries that nobody has begun to fill in. */
export function faultsOfDraft(draft: PolicyDraft, faults: readonly PolicyFault[]): PolicyFault[] {
  const blank = (['contacts', 'helplines'] as const).flatMap((list) =>
    draft[list].flatMap((entry, index) => (isBlank(entry) ? [`${list}[${index}]`] : [])),
  );
  return faults.filter(({ key }) => !blank.some((path) => key === path || key.startsWith(`${path}.`)));
}

function isBlank(entry: EntryDraft): boolean {
  return Object.values(entry).every((text) => text.trim() === '');
}
