import type { PageKind } from '../catalogue/types';
import type { FieldName } from './field-names';

/**
 * Report notes: what a person wrote down for one report, held so that several windows can write at once.
 *
 * Every field is a register with one entry a writer (a writer is one opened popup, panel or page). An entry names
 * the entries it was typed over, so that "typed later" and "typed at the same time" can be told apart: of what was
 * typed at the same time the latest is shown, and the rest stays beside it as `alsoTyped` until a person settles it.
 * Merging takes the newer entry of each writer, which is commutative, associative and idempotent whatever it is given.
 */
export interface ReportNotes {
  id: string;
  /** By the name of the field, a `FieldName`. */
  fields: Readonly<Record<string, Register>>;
}

export type Register = Readonly<Record<string, Entry>>;

export interface Entry {
  /** Text for typed fields, an item, or a time in ms for what was reported or opened; null where taken away. */
  value: NoteValue;
  /** When it was typed, ms since 1970; always later than every entry of the field that the writer knew. */
  at: number;
  /** Writer → `at` of the entry that this one was typed over. */
  over: Readonly<Record<string, number>>;
}

export type NoteValue = string | number | null | NotedItem;

/** One page that is reported, as it was read from its address. Never a picture, never page content. */
export interface NotedItem {
  link: string | null;
  platform: string | null;
  kind: PageKind | null;
  id: string | null;
  username: string | null;
  addedAt: number;
}

export function emptyNotes(id: string): ReportNotes {
  return { id, fields: {} };
}

function newer(a: Entry, b: Entry): Entry {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  // One writer never types twice at one time, so equal times mean equal entries, unless one has been emptied since
  // (`withoutOverwritten`): what is gone stays gone. The text settles what damage may bring.
  if ((a.value === null) !== (b.value === null)) return a.value === null ? a : b;
  return canonical(a) >= canonical(b) ? a : b;
}

function canonical({ value, over }: Entry): string {
  return JSON.stringify([
    value !== null && typeof value === 'object' ? Object.entries(value).sort() : value,
    Object.entries(over).sort(),
  ]);
}

function mergeRecords<V>(a: Readonly<Record<string, V>>, b: Readonly<Record<string, V>>, join: (a: V, b: V) => V) {
  const merged: Record<string, V> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const other = Object.hasOwn(merged, key) ? merged[key] : undefined;
    merged[key] = other === undefined ? value : join(other, value);
  }
  return merged;
}

/** Joins two states of the same report; order, grouping and repetition of merges make no difference. */
export function mergeNotes(a: ReportNotes, b: ReportNotes): ReportNotes {
  return { id: a.id, fields: mergeRecords(a.fields, b.fields, (x, y) => mergeRecords(x, y, newer)) };
}

/** Whether another writer's entry in the register was typed over this one. Once true, it stays so. */
function isOverwritten(register: Register, writer: string, entry: Entry): boolean {
  return Object.entries(register).some(([other, { over }]) => other !== writer && (over[writer] ?? -1) >= entry.at);
}

/** Entries of a field that nothing was typed over, the one to show first. */
export function standing(register: Register | undefined): [writer: string, entry: Entry][] {
  const entries = Object.entries(register ?? {});
  const left = entries.filter(([writer, entry]) => !isOverwritten(register ?? {}, writer, entry));
  // Damaged data can make entries that stand over each other in a ring; then all of them are shown.
  return (left.length > 0 ? left : entries).sort(([w1, e1], [w2, e2]) => e2.at - e1.at || (w1 < w2 ? 1 : -1));
}

export interface Edit {
  writer: string;
  field: FieldName;
  value: NoteValue;
  /** ms since 1970. */
  now: number;
  /** Writers whose entries this one replaces; the writer's own is always replaced. */
  over: readonly string[];
}

/** The notes with one entry added; the given notes stay as they are. */
export function writeEntry(notes: ReportNotes, { writer, field, value, now, over }: Edit): ReportNotes {
  const register = notes.fields[field] ?? {};
  const known = { ...register[writer]?.over };
  for (const other of over) {
    const entry = register[other];
    if (entry && other !== writer) known[other] = entry.at;
  }
  const at = Math.max(now, ...Object.values(register).map((entry) => entry.at + 1));
  return { ...notes, fields: { ...notes.fields, [field]: { ...register, [writer]: { value, at, over: known } } } };
}

/** Writers of the entries that are shown or stand beside in a field. */
export function standingWriters(notes: ReportNotes, field: FieldName): string[] {
  return standing(notes.fields[field]).map(([writer]) => writer);
}

/** The part of the notes that one writer wrote: what that writer has to store. */
export function writtenBy(notes: ReportNotes, writer: string): ReportNotes {
  const fields: Record<string, Register> = {};
  for (const [field, register] of Object.entries(notes.fields)) {
    const entry = register[writer];
    if (entry) fields[field] = { [writer]: entry };
  }
  return { id: notes.id, fields };
}

/**
 * A part of the notes with every entry emptied that somebody typed over or took away, so that what a person deleted is
 * in nobody's part any more. The entry itself stays: it tells what was typed over what. The same object where nothing
 * is to be emptied.
 *
 * @param all everything that is known of the report
 */
export function withoutOverwritten(part: ReportNotes, all: ReportNotes): ReportNotes {
  let fields = part.fields;
  for (const [field, register] of Object.entries(part.fields)) {
    const known = all.fields[field] ?? register;
    // In a ring nothing stands over the rest, and all of it is shown.
    if (Object.entries(known).every(([writer, entry]) => isOverwritten(known, writer, entry))) continue;
    for (const [writer, entry] of Object.entries(register)) {
      if (entry.value === null || !isOverwritten(known, writer, entry)) continue;
      fields = { ...fields, [field]: { ...fields[field], [writer]: { ...entry, value: null } } };
    }
  }
  return fields === part.fields ? part : { ...part, fields };
}

/** Whether `notes` already hold everything that is in `part`. */
export function holds(notes: ReportNotes, part: ReportNotes): boolean {
  return Object.entries(part.fields).every(([field, register]) =>
    Object.entries(register).every(([writer, entry]) => {
      const own = notes.fields[field]?.[writer];
      return own !== undefined && newer(own, entry) === own;
    }),
  );
}
