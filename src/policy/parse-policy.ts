import { isPartOf } from '../catalogue/codes';
import { AUDIENCES } from '../catalogue/types';
import type { Message } from '../locales/translate';
import { ENTRY_LEFT_OUT, FaultList, LEFT_OUT } from './fault-list';
import { FieldReader, shown } from './field-reader';
import type { KnownCodes } from './known-codes';
import { FAULT_LIMIT, type PolicyFault } from './policy-fault';
import {
  HIDEABLE_SECTIONS,
  NO_POLICY,
  NOTE_KEEPING,
  type SchoolContact,
  type SchoolHelpline,
  type SchoolPolicy,
  TEXT_LIMITS,
} from './school-policy';

export interface ParsedPolicy {
  policy: SchoolPolicy;
  /** In the order of the keys; empty for a policy without a mistake, and for none at all. */
  faults: PolicyFault[];
}

/**
 * Every key of a policy. Their order, and that of the two lists below, is a contract: public/managed-schema.json and the
 * table of docs/schools.md have the same, finished policies are written in it, and a test holds the schema to it.
 */
export const POLICY_KEYS = [
  'country',
  'countryLocked',
  'subdivision',
  'audience',
  'audienceLocked',
  'schoolName',
  'contacts',
  'message',
  'reportLink',
  'helplines',
  'language',
  'languageLocked',
  'notes',
  'notesLocked',
  'hiddenSections',
  'staffSwitch',
] as const satisfies readonly (keyof SchoolPolicy)[];

export const CONTACT_KEYS = [
  'name',
  'role',
  'phone',
  'email',
  'link',
  'hours',
] as const satisfies readonly (keyof SchoolContact)[];
export const HELPLINE_KEYS = ['name', 'phone', 'link', 'hours'] as const satisfies readonly (keyof SchoolHelpline)[];

type PolicyFields = FieldReader<keyof SchoolPolicy>;

const IGNORED: Message = { key: 'policy.instead.ignored' };
const NO_NAME: Message = { key: 'policy.problem.no-name' };

/**
 * Reads what an administrator set. Every value is checked by itself: a bad one is named in `faults` and left out
 * (or repaired, where the fault says so), the good ones are used. Takes anything at all, never throws, and reads
 * own properties alone. A policy cannot name a platform, a reporting body or the address of one: there are no keys for it.
 */
export function parsePolicy(value: unknown, known: KnownCodes): ParsedPolicy {
  const faults = new FaultList();
  let policy = NO_POLICY;
  try {
    policy = readPolicyValues(value, known, faults);
  } catch {
    // Only an object built to fail (a proxy, a getter that throws) comes here; managed storage holds plain JSON.
    faults.add('', { key: 'policy.problem.unreadable' }, IGNORED);
  }
  return { policy, faults: faults.listed() };
}

function readPolicyValues(value: unknown, known: KnownCodes, faults: FaultList): SchoolPolicy {
  if (value === undefined || value === null) return NO_POLICY;
  const fields = FieldReader.of<keyof SchoolPolicy>(value, '', POLICY_KEYS, faults, IGNORED);
  if (fields === null) return NO_POLICY;

  // Read in the order of the keys, which is that of the faults.
  const country = fields.code('country', known.countries, 'policy.problem.unknown-country');
  const countryLocked = fields.lock('countryLocked', 'country', country);
  const subdivision = readSubdivision(fields, country, known);
  const audience = fields.choice('audience', AUDIENCES);
  const audienceLocked = fields.lock('audienceLocked', 'audience', audience);
  const schoolName = fields.text('schoolName', TEXT_LIMITS.name);
  const contacts = fields.entries('contacts', CONTACT_KEYS, readContact);
  const message = fields.text('message', TEXT_LIMITS.message, 'several-lines');
  const reportLink = fields.link('reportLink');
  const helplines = fields.entries('helplines', HELPLINE_KEYS, readHelpline);
  const language = fields.code('language', known.languages, 'policy.problem.unknown-language');
  const languageLocked = fields.lock('languageLocked', 'language', language);
  const notes = fields.choice('notes', NOTE_KEEPING);
  const notesLocked = fields.lock('notesLocked', 'notes', notes);
  const hiddenSections = readHiddenSections(fields);
  const staffSwitch = readStaffSwitch(fields, audienceLocked);

  return {
    country,
    countryLocked,
    subdivision,
    audience,
    audienceLocked,
    schoolName,
    contacts,
    message,
    reportLink,
    helplines,
    language,
    languageLocked,
    notes,
    notesLocked,
    hiddenSections,
    staffSwitch,
  };
}

function readSubdivision(fields: PolicyFields, country: string | null, known: KnownCodes): string | null {
  const subdivision = fields.code('subdivision', known.subdivisions, 'policy.problem.unknown-subdivision');
  if (subdivision === null) return null;
  if (country === null) {
    const problem = { key: 'policy.problem.subdivision-without-country', values: { found: subdivision } };
    fields.fault('subdivision', problem, LEFT_OUT);
    return null;
  }
  if (!isPartOf(subdivision, country)) {
    const problem = { key: 'policy.problem.subdivision-elsewhere', values: { found: subdivision, country } };
    fields.fault('subdivision', problem, LEFT_OUT);
    return null;
  }
  return subdivision;
}

function readContact(fields: FieldReader<keyof SchoolContact>): SchoolContact | null {
  const name = fields.text('name', TEXT_LIMITS.name);
  const role = fields.text('role', TEXT_LIMITS.name);
  const rest = {
    phone: fields.phone('phone'),
    email: fields.email('email'),
    link: fields.link('link'),
    hours: fields.text('hours', TEXT_LIMITS.hours),
  };
  if (name !== null) return { name, role, ...rest };
  if (role !== null) {
    fields.fault('name', NO_NAME, { key: 'policy.instead.role-as-name', values: { role } });
    return { name: role, role: null, ...rest };
  }
  fields.fault('name', NO_NAME, ENTRY_LEFT_OUT);
  return null;
}

function readHelpline(fields: FieldReader<keyof SchoolHelpline>): SchoolHelpline | null {
  const name = fields.text('name', TEXT_LIMITS.name);
  const phone = fields.phone('phone');
  const link = fields.link('link');
  const hours = fields.text('hours', TEXT_LIMITS.hours);
  if (name === null) {
    fields.fault('name', NO_NAME, ENTRY_LEFT_OUT);
    return null;
  }
  if (phone === null && link === null) {
    fields.fault(null, { key: 'policy.problem.no-way-to-reach', values: { name } }, ENTRY_LEFT_OUT);
    return null;
  }
  return { name, phone, link, hours };
}

function readHiddenSections(fields: PolicyFields): SchoolPolicy['hiddenSections'] {
  const sections: SchoolPolicy['hiddenSections'] = [];
  for (const [index, value] of fields.list('hiddenSections').slice(0, FAULT_LIMIT).entries()) {
    const section = HIDEABLE_SECTIONS.find((one) => one === value);
    if (section === undefined) {
      const values = { found: shown(value), allowed: HIDEABLE_SECTIONS.join(', ') };
      const problem = { key: 'policy.problem.cannot-be-hidden', values };
      fields.fault(`hiddenSections[${index}]`, problem, { key: 'policy.instead.stays-shown' });
    } else if (sections.includes(section)) {
      const problem = { key: 'policy.problem.named-twice', values: { found: section } };
      fields.fault(`hiddenSections[${index}]`, problem, { key: 'policy.instead.once' });
    } else {
      sections.push(section);
    }
  }
  return sections;
}

function readStaffSwitch(fields: PolicyFields, audienceLocked: boolean): boolean {
  const instead = { key: audienceLocked ? 'policy.instead.no-staff-switch' : 'policy.instead.staff-switch' };
  const wanted = fields.truth('staffSwitch', instead);
  if (wanted && audienceLocked) fields.fault('staffSwitch', { key: 'policy.problem.audience-locked' }, instead);
  return (wanted ?? true) && !audienceLocked;
}
