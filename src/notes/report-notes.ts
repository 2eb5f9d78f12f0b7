import type { PageKind } from '../catalogue/types';

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
  fields: Readonly<Record<string, Register>>;
}

export type Register = Readonly<Record<string, Entry>>;

export interface Entry {
  /** Text for typed fields, an item for `item/…`, a time in ms for `reported/…` and `opened/…`; null where taken away. */
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

export type TextField = 'date' | 'time' | 'timeZone' | 'where' | 'words' | 'whoKnows';

/** A field that is typed into: a text field, `username/<key>` or `reference/<body id>`. */
export type NoteField = TextField | `username/${string}` | `reference/${string}`;

export interface FieldView {
  value: string;
  /** ms since 1970; null where nobody has typed and the value is filled in. */
  changedAt: number | null;
  /** What another window typed at the same time and the value does not contain. */
  alsoTyped: { by: string; value: string }[];
}

export interface StepView {
  body: string;
  /** ms since 1970, oldest first. */
  openedAt: number[];
  /** ms since 1970; null where it is not ticked as reported. */
  reportedAt: number | null;
  reference: FieldView;
}

/** The notes as one window shows them. */
export interface NotesView {
  id: string;
  /** True while nothing was noted by hand, captured or opened. */
  empty: boolean;
  /** When the first page was added, or where there is none the first thing noted, ms since 1970; null while empty. */
  began: number | null;
  items: (NotedItem & { key: string })[];
  /** Typed in addition to the items' own usernames. */
  usernames: (FieldView & { key: string })[];
  /** `YYYY-MM-DD`, filled in with when the first item was added. */
  date: FieldView;
  /** `HH:MM`. */
  time: FieldView;
  /** IANA name, such as `Europe/London`. */
  timeZone: FieldView;
  where: FieldView;
  words: FieldView;
  whoKnows: FieldView;
  /** Only steps that were opened, ticked or given a reference. */
  steps: StepView[];
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

/** Entries that nothing was typed over, the one to show first. */
function standing(register: Register | undefined): [writer: string, entry: Entry][] {
  const entries = Object.entries(register ?? {});
  const left = entries.filter(([writer, entry]) => !isOverwritten(register ?? {}, writer, entry));
  // Damaged data can make entries that stand over each other in a ring; then all of them are shown.
  return (left.length > 0 ? left : entries).sort(([w1, e1], [w2, e2]) => e2.at - e1.at || (w1 < w2 ? 1 : -1));
}

export interface Edit {
  writer: string;
  field: string;
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
export function standingWriters(notes: ReportNotes, field: string): string[] {
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

function shown(register: Register | undefined): NoteValue | undefined {
  return standing(register)[0]?.[1].value;
}

/** Date and time of a moment on the clock of a time zone; an unknown zone is read as UTC. */
export function onTheClock(moment: number, timeZone: string): { date: string; time: string } {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn-hc-h23', { ...options, timeZone });
  } catch {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn-hc-h23', { ...options, timeZone: 'UTC' });
  }
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

export interface ViewOptions {
  /** Whose window this is, with the fields that are being typed into there: those show the window's own text. */
  writer?: string;
  typing?: ReadonlySet<string>;
  /** The time zone to fill in, IANA name. */
  timeZone: string;
}

/** The notes as one window shows them. */
export function viewNotes(notes: ReportNotes, { writer, typing, timeZone }: ViewOptions): NotesView {
  const under = (prefix: string) =>
    Object.keys(notes.fields)
      .filter((field) => field.startsWith(prefix))
      .map((field) => field.slice(prefix.length));

  function field(name: string, filledIn = ''): FieldView {
    const entries = standing(notes.fields[name]);
    const own = typing?.has(name) ? entries.find(([by]) => by === writer) : undefined;
    const first = own ?? entries[0];
    if (!first) return { value: filledIn, changedAt: null, alsoTyped: [] };
    const value = textOf(first[1].value);
    const alsoTyped: FieldView['alsoTyped'] = [];
    for (const [by, entry] of entries) {
      const text = textOf(entry.value);
      if (by !== first[0] && !value.includes(text) && !alsoTyped.some((other) => other.value === text)) {
        alsoTyped.push({ by, value: text });
      }
    }
    return { value, changedAt: first[1].at, alsoTyped };
  }

  const items: NotesView['items'] = [];
  for (const key of under('item/')) {
    const item = shown(notes.fields[`item/${key}`]);
    if (item !== null && typeof item === 'object') items.push({ ...item, key });
  }
  items.sort((a, b) => a.addedAt - b.addedAt || (a.key < b.key ? -1 : 1));

  const usernames = under('username/')
    .filter((key) => typeof shown(notes.fields[`username/${key}`]) === 'string')
    .sort()
    .map((key) => ({ key, ...field(`username/${key}`) }));

  const opened = under('opened/').map((rest) => rest.split('/') as [string, string]);
  const bodies = new Set([...opened.map(([body]) => body), ...under('reported/'), ...under('reference/')]);
  const steps = [...bodies].sort().map((body) => {
    const reported = shown(notes.fields[`reported/${body}`]);
    return {
      body,
      openedAt: opened
        .filter(([of]) => of === body)
        .map(([, at]) => Number(at))
        .sort((a, b) => a - b),
      reportedAt: typeof reported === 'number' ? reported : null,
      reference: field(`reference/${body}`),
    };
  });

  const times = Object.values(notes.fields).flatMap((register) => Object.values(register).map((entry) => entry.at));
  const zone = field('timeZone', timeZone);
  const began = items[0]?.addedAt ?? (times.length > 0 ? Math.min(...times) : null);
  const clock = began === null ? { date: '', time: '' } : onTheClock(began, timeZone);
  return {
    id: notes.id,
    empty: times.length === 0,
    began,
    items,
    usernames,
    date: field('date', clock.date),
    time: field('time', clock.time),
    timeZone: zone,
    where: field('where'),
    words: field('words'),
    whoKnows: field('whoKnows'),
    steps,
  };
}

function textOf(value: NoteValue): string {
  return typeof value === 'string' ? value : '';
}
