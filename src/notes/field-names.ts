/** The fields of report notes that are there once, and are typed into. */
const TEXT_FIELDS = ['date', 'time', 'timeZone', 'where', 'words', 'whoKnows'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

type ItemField = `item/${string}`;
type UsernameField = `username/${string}`;
type ReportedField = `reported/${string}`;
type ReferenceField = `reference/${string}`;
type OpenedField = `opened/${string}/${number}`;

/** A field that is typed into. */
export type NoteField = TextField | UsernameField | ReferenceField;
/** The name of any field of report notes; `readFieldName` reads it. */
export type FieldName = NoteField | ItemField | ReportedField | OpenedField;

/** A page that is reported. @param key of its own, `k` and small letters or digits */
export const itemField = (key: string): ItemField => `item/${key}`;
/** A username or id that was typed. @param key of its own, as that of an item */
export const usernameField = (key: string): UsernameField => `username/${key}`;
/** When a body was told. @param body id of the reporting body or platform */
export const reportedField = (body: string): ReportedField => `reported/${body}`;
/** The reference number that a body gave. */
export const referenceField = (body: string): ReferenceField => `reference/${body}`;
/** That a body's form was opened. @param at ms since 1970; a field each time, so that no opening replaces another */
export const openedField = (body: string, at: number): OpenedField => `opened/${body}/${at}`;

/** What a field is about. */
export type FieldOf =
  | { kind: 'text' }
  | { kind: 'item' | 'username'; key: string }
  | { kind: 'reported' | 'reference'; body: string }
  | { kind: 'opened'; body: string; at: number };

// A pattern, so that no stored name can reach an object's own machinery (`__proto__`, `constructor`).
const FIELD = new RegExp(
  `^(?:(?:${TEXT_FIELDS.join('|')})|(item|username)/(k[0-9a-z]{1,40})|(reported|reference|opened)/([\\w-]{1,80})(?:/(\\d{1,16}))?)$`,
);

/** Reads the name of a field; null where it is none. */
export function readFieldName(name: string): FieldOf | null {
  const match = FIELD.exec(name);
  if (!match) return null;
  const [, ofKey, key = '', ofBody, body = '', at] = match;
  if (ofKey) return { kind: ofKey as 'item' | 'username', key };
  if (!ofBody) return { kind: 'text' };
  if ((ofBody === 'opened') !== (at !== undefined)) return null;
  return at === undefined
    ? { kind: ofBody as 'reported' | 'reference', body }
    : { kind: 'opened', body, at: Number(at) };
}
