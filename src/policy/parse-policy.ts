import { isPartOf } from '../catalogue/codes';
import { AUDIENCES } from '../catalogue/types';
import type { Message } from '../locales/translate';
import { type CleanedText, cleanText } from './clean-text';
import type { KnownCodes } from './known-codes';
import { FAULT_LIMIT, type PolicyFault } from './policy-fault';
import { readEmail, readLink, readPhone } from './read-contact';
import {
  HIDEABLE_SECTIONS,
  LIST_LIMIT,
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

const LEFT_OUT: Message = { key: 'policy.instead.left-out' };
const ENTRY_LEFT_OUT: Message = { key: 'policy.instead.entry-left-out' };
const NOT_SET: Message = { key: 'policy.instead.not-set' };
const NOT_LOCKED: Message = { key: 'policy.instead.not-locked' };
const CLEANED: Message = { key: 'policy.instead.cleaned' };
const IGNORED: Message = { key: 'policy.instead.ignored' };

type Fields = ReadonlyMap<string, unknown>;

function readPolicyValues(value: unknown, known: KnownCodes, faults: FaultList): SchoolPolicy {
  if (value === undefined || value === null) return NO_POLICY;
  const fields = readFields(value, '', POLICY_KEYS, faults, IGNORED);
  if (fields === null) return NO_POLICY;

  const country = readCode(fields, 'country', known.countries, 'upper', 'policy.problem.unknown-country', faults);
  const countryLocked = readLock(fields, 'countryLocked', 'country', country, faults);
  const subdivision = readSubdivision(fields, country, known, faults);
  const audience = readChoice(fields, 'audience', AUDIENCES, faults);
  const audienceLocked = readLock(fields, 'audienceLocked', 'audience', audience, faults);
  const schoolName = readText(fields, '', 'schoolName', TEXT_LIMITS.name, faults);
  const contacts = readEntries(fields, 'contacts', CONTACT_KEYS, readContact, faults);
  const message = readText(fields, '', 'message', TEXT_LIMITS.message, faults, 'several-lines');
  const reportLink = readLinkField(fields, '', 'reportLink', faults);
  const helplines = readEntries(fields, 'helplines', HELPLINE_KEYS, readHelpline, faults);
  const language = readCode(
    fields,
    'language',
    known.languages,
    'as-listed',
    'policy.problem.unknown-language',
    faults,
  );
  const languageLocked = readLock(fields, 'languageLocked', 'language', language, faults);
  const notes = readChoice(fields, 'notes', NOTE_KEEPING, faults);
  const notesLocked = readLock(fields, 'notesLocked', 'notes', notes, faults);
  const hiddenSections = readHiddenSections(fields, faults);
  const staffSwitch = readStaffSwitch(fields, audienceLocked, faults);

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

function readStaffSwitch(fields: Fields, audienceLocked: boolean, faults: FaultList): boolean {
  const instead = { key: audienceLocked ? 'policy.instead.no-staff-switch' : 'policy.instead.staff-switch' };
  const wanted = readBoolean(fields, 'staffSwitch', faults, instead);
  if (wanted && audienceLocked) faults.add('staffSwitch', { key: 'policy.problem.audience-locked' }, instead);
  return (wanted ?? true) && !audienceLocked;
}

function readSubdivision(fields: Fields, country: string | null, known: KnownCodes, faults: FaultList): string | null {
  const subdivision = readCode(
    fields,
    'subdivision',
    known.subdivisions,
    'upper',
    'policy.problem.unknown-subdivision',
    faults,
  );
  if (subdivision === null) return null;
  if (country === null) {
    faults.add(
      'subdivision',
      { key: 'policy.problem.subdivision-without-country', values: { found: subdivision } },
      LEFT_OUT,
    );
    return null;
  }
  if (!isPartOf(subdivision, country)) {
    faults.add(
      'subdivision',
      { key: 'policy.problem.subdivision-elsewhere', values: { found: subdivision, country } },
      LEFT_OUT,
    );
    return null;
  }
  return subdivision;
}

function readContact(fields: Fields, path: string, faults: FaultList): SchoolContact | null {
  const name = readText(fields, path, 'name', TEXT_LIMITS.name, faults);
  const role = readText(fields, path, 'role', TEXT_LIMITS.name, faults);
  const rest = {
    phone: readPhoneField(fields, path, faults),
    email: readEmailField(fields, path, faults),
    link: readLinkField(fields, path, 'link', faults),
    hours: readText(fields, path, 'hours', TEXT_LIMITS.hours, faults),
  };
  if (name !== null) return { name, role, ...rest };
  if (role !== null) {
    faults.add(
      `${path}.name`,
      { key: 'policy.problem.no-name' },
      { key: 'policy.instead.role-as-name', values: { role } },
    );
    return { name: role, role: null, ...rest };
  }
  faults.add(`${path}.name`, { key: 'policy.problem.no-name' }, ENTRY_LEFT_OUT);
  return null;
}

function readHelpline(fields: Fields, path: string, faults: FaultList): SchoolHelpline | null {
  const name = readText(fields, path, 'name', TEXT_LIMITS.name, faults);
  const phone = readPhoneField(fields, path, faults);
  const link = readLinkField(fields, path, 'link', faults);
  const hours = readText(fields, path, 'hours', TEXT_LIMITS.hours, faults);
  if (name === null) {
    faults.add(`${path}.name`, { key: 'policy.problem.no-name' }, ENTRY_LEFT_OUT);
    return null;
  }
  if (phone === null && link === null) {
    faults.add(path, { key: 'policy.problem.no-way-to-reach', values: { name } }, ENTRY_LEFT_OUT);
    return null;
  }
  return { name, phone, link, hours };
}

function readEntries<Entry>(
  fields: Fields,
  key: string,
  entryKeys: readonly string[],
  readEntry: (fields: Fields, path: string, faults: FaultList) => Entry | null,
  faults: FaultList,
): Entry[] {
  const list = readList(fields, key, faults);
  if (list.length > LIST_LIMIT) {
    const values = { found: String(list.length), limit: String(LIST_LIMIT) };
    faults.add(key, { key: 'policy.problem.too-many', values }, { key: 'policy.instead.first-ones', values });
  }
  const entries: Entry[] = [];
  for (const [index, value] of list.slice(0, LIST_LIMIT).entries()) {
    const path = `${key}[${index}]`;
    const entryFields = readFields(value, path, entryKeys, faults, ENTRY_LEFT_OUT);
    const entry = entryFields && readEntry(entryFields, path, faults);
    if (entry) entries.push(entry);
  }
  return entries;
}

function readHiddenSections(fields: Fields, faults: FaultList): SchoolPolicy['hiddenSections'] {
  const sections: SchoolPolicy['hiddenSections'] = [];
  for (const [index, value] of readList(fields, 'hiddenSections', faults).slice(0, FAULT_LIMIT).entries()) {
    const path = `hiddenSections[${index}]`;
    const section = HIDEABLE_SECTIONS.find((one) => one === value);
    if (section === undefined) {
      const values = { found: shown(value), allowed: HIDEABLE_SECTIONS.join(', ') };
      faults.add(path, { key: 'policy.problem.cannot-be-hidden', values }, { key: 'policy.instead.stays-shown' });
    } else if (sections.includes(section)) {
      faults.add(
        path,
        { key: 'policy.problem.named-twice', values: { found: section } },
        { key: 'policy.instead.once' },
      );
    } else {
      sections.push(section);
    }
  }
  return sections;
}

function readCode(
  fields: Fields,
  key: string,
  codes: ReadonlySet<string>,
  letters: 'upper' | 'as-listed',
  problem: string,
  faults: FaultList,
): string | null {
  const text = readText(fields, '', key, TEXT_LIMITS.name, faults, 'one-line', NOT_SET);
  if (text === null) return null;
  if (codes.has(text)) return text;
  const listed =
    letters === 'upper' ? text.toUpperCase() : [...codes].find((code) => code.toLowerCase() === text.toLowerCase());
  if (listed !== undefined && codes.has(listed)) {
    faults.add(
      key,
      { key: 'policy.problem.letter-case', values: { found: text } },
      { key: 'policy.instead.value', values: { value: listed } },
    );
    return listed;
  }
  const allowed = [...codes].sort().join(', ');
  faults.add(key, { key: problem, values: { found: shown(text), allowed } }, NOT_SET);
  return null;
}

function readChoice<Choice extends string>(
  fields: Fields,
  key: string,
  choices: readonly Choice[],
  faults: FaultList,
): Choice | null {
  if (!fields.has(key)) return null;
  const value = fields.get(key);
  if (typeof value === 'string' && value.trim() === '') return null;
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return choice;
  faults.add(
    key,
    { key: 'policy.problem.not-a-choice', values: { found: shown(value), allowed: choices.join(', ') } },
    NOT_SET,
  );
  return null;
}

function readBoolean(fields: Fields, key: string, faults: FaultList, instead: Message): boolean | null {
  if (!fields.has(key)) return null;
  const value = fields.get(key);
  if (typeof value === 'boolean') return value;
  faults.add(key, { key: 'policy.problem.not-yes-or-no', values: { found: shown(value) } }, instead);
  return null;
}

/** A lock beside no usable value would lock a person into what nobody chose. */
function readLock(fields: Fields, key: string, locks: string, value: string | null, faults: FaultList): boolean {
  const locked = readBoolean(fields, key, faults, NOT_LOCKED) ?? false;
  if (!locked || value !== null) return locked;
  faults.add(key, { key: 'policy.problem.locks-nothing', values: { locks } }, NOT_LOCKED);
  return false;
}

function readList(fields: Fields, key: string, faults: FaultList): readonly unknown[] {
  if (!fields.has(key)) return [];
  const value = fields.get(key);
  if (Array.isArray(value)) return value;
  faults.add(key, { key: 'policy.problem.not-a-list', values: { found: shown(value) } }, LEFT_OUT);
  return [];
}

function readText(
  fields: Fields,
  path: string,
  key: string,
  limit: number,
  faults: FaultList,
  lines: 'one-line' | 'several-lines' = 'one-line',
  instead: Message = LEFT_OUT,
): string | null {
  const cleaned = readCleaned(fields, path, key, limit, faults, lines, instead);
  if (cleaned === null) return null;
  const place = join(path, key);
  if (cleaned.removed) faults.add(place, { key: 'policy.problem.hidden-characters' }, CLEANED);
  if (cleaned.tooLong) {
    const values = { limit: String(limit) };
    faults.add(place, { key: 'policy.problem.too-long', values }, { key: 'policy.instead.cut', values });
  }
  return cleaned.text === '' ? null : cleaned.text;
}

/** Like `readText`, for what is useless when it had to be repaired: half a phone number reaches somebody else. */
function readExact(fields: Fields, path: string, key: string, limit: number, faults: FaultList): string | null {
  const cleaned = readCleaned(fields, path, key, limit, faults, 'one-line', LEFT_OUT);
  if (cleaned === null) return null;
  if (cleaned.removed) faults.add(join(path, key), { key: 'policy.problem.hidden-characters' }, LEFT_OUT);
  else if (cleaned.tooLong)
    faults.add(join(path, key), { key: 'policy.problem.too-long', values: { limit: String(limit) } }, LEFT_OUT);
  else if (cleaned.text !== '') return cleaned.text;
  return null;
}

function readCleaned(
  fields: Fields,
  path: string,
  key: string,
  limit: number,
  faults: FaultList,
  lines: 'one-line' | 'several-lines',
  instead: Message,
): CleanedText | null {
  if (!fields.has(key)) return null;
  const value = fields.get(key);
  if (typeof value === 'string') return cleanText(value, limit, lines);
  faults.add(join(path, key), { key: 'policy.problem.not-text', values: { found: shown(value) } }, instead);
  return null;
}

function readPhoneField(fields: Fields, path: string, faults: FaultList): string | null {
  const text = readExact(fields, path, 'phone', TEXT_LIMITS.phone, faults);
  if (text === null) return null;
  const phone = readPhone(text);
  if (phone === null)
    faults.add(join(path, 'phone'), { key: 'policy.problem.not-a-phone', values: { found: shown(text) } }, LEFT_OUT);
  return phone;
}

function readEmailField(fields: Fields, path: string, faults: FaultList): string | null {
  const text = readExact(fields, path, 'email', TEXT_LIMITS.email, faults);
  if (text === null) return null;
  const email = readEmail(text);
  if (email === null)
    faults.add(join(path, 'email'), { key: 'policy.problem.not-an-email', values: { found: shown(text) } }, LEFT_OUT);
  return email;
}

function readLinkField(fields: Fields, path: string, key: string, faults: FaultList): string | null {
  const text = readExact(fields, path, key, TEXT_LIMITS.link, faults);
  if (text === null) return null;
  const read = readLink(text);
  if ('link' in read) return read.link;
  faults.add(join(path, key), { key: `policy.problem.${read.problem}`, values: { found: shown(text) } }, LEFT_OUT);
  return null;
}

/** The known fields of an object, own and plain; names the others. null where the value is no object. */
function readFields(
  value: unknown,
  path: string,
  keys: readonly string[],
  faults: FaultList,
  instead: Message,
): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.add(path, { key: 'policy.problem.not-a-group', values: { found: shown(value) } }, instead);
    return null;
  }
  const fields = new Map<string, unknown>();
  for (const key of Object.getOwnPropertyNames(value)) {
    if (!keys.includes(key)) {
      faults.add(
        join(path, shown(key)),
        { key: 'policy.problem.unknown-key', values: { allowed: keys.join(', ') } },
        LEFT_OUT,
      );
      continue;
    }
    const held: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
    if (held !== undefined) fields.set(key, held);
  }
  return fields;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** A value as it may be shown in a sentence: cleaned, short, and never asked for its own words. */
function shown(value: unknown): string {
  if (typeof value === 'string') {
    const { text, tooLong } = cleanText(value, 60);
    return tooLong ? `${text}…` : text;
  }
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return typeof value === 'function' || typeof value === 'symbol' ? typeof value : String(value);
}

class FaultList {
  readonly #faults: PolicyFault[] = [];
  #unnamed = 0;

  add(key: string, problem: Message, instead: Message): void {
    if (this.#faults.length < FAULT_LIMIT) this.#faults.push({ key, problem, instead });
    else this.#unnamed += 1;
  }

  listed(): PolicyFault[] {
    if (this.#unnamed === 0) return this.#faults;
    const problem = { key: 'policy.problem.more-faults', values: { count: String(this.#unnamed) } };
    return [...this.#faults, { key: '', problem, instead: LEFT_OUT }];
  }
}
