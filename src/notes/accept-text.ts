import type { Message } from '../locales/translate';

/** What a field takes of what was typed, pasted or dropped. */
export interface AcceptedText {
  /** The text to note; null where nothing of the input may be noted and the field stays as it was. */
  text: string | null;
  /** One sentence for the person when not everything was taken as it came, null otherwise. */
  message: Message | null;
}

/** Longest text of each kind of field, in characters. */
export const LONGEST = { line: 300, address: 2000, long: 10_000 } as const;
export type FieldLength = keyof typeof LONGEST;

/** Addresses that hold a picture or file themselves, or point at one in memory. */
const EMBEDDED = /(?:^|[\s"'(<=,])(?:data:[\w.+-]*\/?[\w.+-]*[;,]|blob:\S)/i;
// Controls without tab and line feed, marks that reorder text, invisible tags (but not those that make a flag), half characters.
const HIDDEN =
  /(?![\t\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/gu;

const REFUSED: AcceptedText = { text: null, message: { key: 'notes.refused.picture' } };

/**
 * Takes text for a note. Whatever is not taken as it came is said in `message`: an address that holds a picture or
 * file refuses the whole input, characters that cannot be seen are taken out, and text over the limit is cut.
 */
export function acceptText(input: string, length: FieldLength = 'line'): AcceptedText {
  if (EMBEDDED.test(input)) return REFUSED;
  const lines = input.replace(/\r\n?|[\u2028\u2029]/g, '\n');
  let text = lines.replace(HIDDEN, '');
  let message: Message | null = text === lines ? null : { key: 'notes.hidden-characters' };
  if (length !== 'long') text = text.replace(/\s*\n\s*/g, ' ');
  const limit = LONGEST[length];
  if (text.length > limit) {
    // Not in the middle of a character that takes two code units.
    text = text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
    message = { key: 'notes.too-long', values: { limit: String(limit) } };
  }
  return { text, message };
}

/** What the clipboard or a drag brings, reduced to what matters here. */
export interface Transfer {
  types: readonly string[];
  /** Number of files in it. */
  files: number;
  /** Its `text/plain`, empty where it has none. */
  text: string;
}

/**
 * Whether a paste or drop brings a picture or a file, which notes never take. A picture dragged from a page also
 * brings its address as text: that is refused too, so that no address of a picture comes in by dragging one.
 * A paste from a word processor brings text with a picture of it: there the text is taken.
 */
export function refusesTransfer({ types, files, text }: Transfer, how: 'paste' | 'drop'): Message | null {
  const brings = files > 0 || types.includes('Files');
  return brings && (how === 'drop' || text.trim() === '') ? REFUSED.message : null;
}
