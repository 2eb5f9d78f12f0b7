import { type FieldName, readFieldName, referenceField, usernameField } from './field-names';
import { type NotedItem, type NoteValue, type ReportNotes, standing } from './report-notes';

/** A field that is typed into, as a window shows it. */
export interface FieldView {
  /** Where nobody has typed, empty or filled in. */
  value: string;
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
  const shown = (name: string) => standing(notes.fields[name])[0]?.[1].value;

  function field(name: FieldName, filledIn = ''): FieldView {
    const entries = standing(notes.fields[name]);
    const own = typing?.has(name) ? entries.find(([by]) => by === writer) : undefined;
    const first = own ?? entries[0];
    if (!first) return { value: filledIn, alsoTyped: [] };
    const value = textOf(first[1].value);
    const alsoTyped: FieldView['alsoTyped'] = [];
    for (const [by, entry] of entries) {
      const text = textOf(entry.value);
      if (by !== first[0] && !value.includes(text) && !alsoTyped.some((other) => other.value === text)) {
        alsoTyped.push({ by, value: text });
      }
    }
    return { value, alsoTyped };
  }

  const items: NotesView['items'] = [];
  const usernames: NotesView['usernames'] = [];
  const steps = new Map<string, StepView>();
  function stepOf(body: string): StepView {
    const step = steps.get(body) ?? { body, openedAt: [], reportedAt: null, reference: field(referenceField(body)) };
    steps.set(body, step);
    return step;
  }

  for (const name of Object.keys(notes.fields)) {
    const of = readFieldName(name);
    const value = shown(name);
    if (of?.kind === 'item' && value !== null && typeof value === 'object') items.push({ ...value, key: of.key });
    if (of?.kind === 'username' && typeof value === 'string') {
      usernames.push({ key: of.key, ...field(usernameField(of.key)) });
    }
    if (of?.kind === 'opened') stepOf(of.body).openedAt.push(of.at);
    if (of?.kind === 'reported') stepOf(of.body).reportedAt = typeof value === 'number' ? value : null;
    if (of?.kind === 'reference') stepOf(of.body);
  }
  items.sort((a, b) => a.addedAt - b.addedAt || (a.key < b.key ? -1 : 1));
  usernames.sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { openedAt } of steps.values()) openedAt.sort((a, b) => a - b);

  const times = Object.values(notes.fields).flatMap((register) => Object.values(register).map((entry) => entry.at));
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
    timeZone: field('timeZone', timeZone),
    where: field('where'),
    words: field('words'),
    whoKnows: field('whoKnows'),
    steps: [...steps.values()].sort((a, b) => (a.body < b.body ? -1 : 1)),
  };
}

function textOf(value: NoteValue): string {
  return typeof value === 'string' ? value : '';
}
