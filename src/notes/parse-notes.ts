import { PAGE_KINDS } from '../catalogue/types';
import { type FieldOf, itemField, readFieldName, usernameField } from './field-names';
import {
  type Entry,
  emptyNotes,
  type NotedItem,
  type NoteValue,
  type Register,
  type ReportNotes,
} from './report-notes';

/** The version of the stored form that this code writes. */
export const NOTES_VERSION = 2;

/** What could not be read of stored notes; nothing else of them is lost. */
export type NotesFault = 'not-notes' | 'newer-version' | 'damaged-part';

export interface ParsedNotes {
  notes: ReportNotes;
  faults: NotesFault[];
}

/** The form in which one writer's part of a report is stored. */
export interface StoredNotes {
  version: typeof NOTES_VERSION;
  fields: ReportNotes['fields'];
}

export function storedForm(notes: ReportNotes): StoredNotes {
  return { version: NOTES_VERSION, fields: notes.fields };
}

// A pattern for the same reason as those of the fields' names.
const WRITER = /^w[0-9a-z]{4,32}$/;
const HALF_CHARACTERS = /\p{Cs}/gu;
/** 1 January 3000: a time after it is damage, and would win over everything typed from now on. */
const LATEST = 32_503_680_000_000;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < LATEST;
}

/** What a stored field is about; null where its name is none, or holds a time that is damage. */
function fieldOf(name: string): FieldOf | null {
  const of = readFieldName(name);
  return of?.kind === 'opened' && !isTime(of.at) ? null : of;
}

function parseItem(value: unknown): NotedItem | undefined {
  if (!isRecord(value) || !isTime(value.addedAt)) return undefined;
  // Half a character cannot be put into the address of a form.
  const text = (part: unknown) => (typeof part === 'string' ? part.replace(HALF_CHARACTERS, '\uFFFD') : null);
  const kind = PAGE_KINDS.find((known) => known === value.kind) ?? null;
  const { link, platform, id, username, addedAt } = value;
  const item = { link: text(link), platform: text(platform), kind, id: text(id), username: text(username), addedAt };
  // An item is only ever shown as text, but an address that could carry a picture is not kept at all.
  return item.link !== null && !/^https?:\/\//i.test(item.link) ? undefined : item;
}

/** The value when it is of the kind that the field holds, undefined when it is not. */
function parseValue({ kind }: FieldOf, value: unknown): NoteValue | undefined {
  const time = isTime(value) ? value : undefined;
  if (kind === 'opened') return time;
  // Taken away, or typed over by somebody else.
  if (value === null) return null;
  if (kind === 'item') return parseItem(value);
  if (kind === 'reported') return time;
  return typeof value === 'string' ? value : undefined;
}

function parseEntry(field: FieldOf, entry: unknown): Entry | undefined {
  if (!isRecord(entry) || !isTime(entry.at)) return undefined;
  const value = parseValue(field, entry.value);
  if (value === undefined) return undefined;
  const over: Record<string, number> = {};
  for (const [writer, at] of Object.entries(isRecord(entry.over) ? entry.over : {})) {
    if (WRITER.test(writer) && isTime(at)) over[writer] = at;
  }
  return { value, at: entry.at, over };
}

/**
 * A link that no browser can read is none: a plan or a form could do nothing with it. Its text is not lost, it becomes
 * a line beside the item, as if it had been typed. Tells whether there was any.
 */
function takeOutUnreadableLinks(fields: Record<string, Register>): boolean {
  let found = false;
  for (const [field, register] of Object.entries(fields)) {
    const of = readFieldName(field);
    if (of?.kind !== 'item') continue;
    const line = usernameField(of.key);
    for (const [writer, entry] of Object.entries(register)) {
      const item = entry.value;
      if (item === null || typeof item !== 'object' || item.link === null || URL.canParse(item.link)) continue;
      fields[field] = { ...fields[field], [writer]: { ...entry, value: { ...item, link: null } } };
      fields[line] = { [writer]: { ...entry, value: item.link }, ...fields[line] };
      found = true;
    }
  }
  return found;
}

/**
 * Version 1 held one value a field (`{ version: 1, changedAt, words: "…", usernames: ["…"], … }`), without writers.
 * It becomes the entries of one writer, older than anything that is typed from now on.
 */
function fromVersion1(stored: Record<string, unknown>): Record<string, unknown> {
  const at = isTime(stored.changedAt) ? stored.changedAt : 0;
  const fields: Record<string, unknown> = {};
  const put = (field: string, value: unknown) => {
    fields[field] = { wversion1: { value, at, over: {} } };
  };
  for (const [name, value] of Object.entries(stored)) {
    if (typeof value === 'string' && readFieldName(name)) put(name, value);
  }
  const list = (value: unknown) => (Array.isArray(value) ? value : []);
  list(stored.usernames).forEach((name, i) => {
    put(usernameField(`kv1${i}`), name);
  });
  list(stored.items).forEach((item, i) => {
    put(itemField(`kv1${i}`), isRecord(item) ? { addedAt: at, ...item } : item);
  });
  return fields;
}

/** Reads what a storage holds for a report. Never throws: what is readable is kept, what is not is named in `faults`. */
export function parseNotes(id: string, stored: unknown): ParsedNotes {
  const nothing = (fault: NotesFault): ParsedNotes => ({ notes: emptyNotes(id), faults: [fault] });
  if (!isRecord(stored)) return nothing('not-notes');
  const faults: NotesFault[] = [];
  let raw: unknown = stored.fields;
  if (stored.version === 1) raw = fromVersion1(stored);
  else if (typeof stored.version === 'number' && stored.version > NOTES_VERSION) faults.push('newer-version');
  else if (stored.version !== NOTES_VERSION) return nothing('not-notes');
  if (!isRecord(raw)) return nothing(faults[0] ?? 'not-notes');

  let damaged = false;
  const fields: Record<string, Register> = {};
  for (const [field, entries] of Object.entries(raw)) {
    const of = fieldOf(field);
    if (!of || !isRecord(entries)) {
      damaged = true;
      continue;
    }
    const register: Record<string, Entry> = {};
    for (const [writer, entry] of Object.entries(entries)) {
      const parsed = WRITER.test(writer) ? parseEntry(of, entry) : undefined;
      if (parsed) register[writer] = parsed;
      else damaged = true;
    }
    if (Object.keys(register).length > 0) fields[field] = register;
  }
  if (takeOutUnreadableLinks(fields)) damaged = true;
  if (damaged && faults.length === 0) faults.push('damaged-part');
  return { notes: { id, fields }, faults };
}
