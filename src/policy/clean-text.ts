/** Line and paragraph separators that JSON may carry. */
const LINE_BREAKS = /\r\n?|[\u2028\u2029\u0085]/g;

/**
 * What is never wanted in a school's words: control characters, the marks that turn the direction of text around
 * (a name could then read as another), characters without width that hide in words, halves of surrogate pairs, and what Unicode
 * itself keeps out of text (XML refuses it).
 * U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
 */
const UNWANTED =
  /(?!\n)[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]/gu;

/** More marks on one letter than any script uses: text that climbs over the lines around it. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

export type TextLines = 'one-line' | 'several-lines';

export interface CleanedText {
  text: string;
  /** Something was removed that is not mere white space. */
  removed: boolean;
  /** The text was longer than the limit. */
  tooLong: boolean;
}

/**
 * A text made safe to show as text: nothing in it is markup to begin with, since it is only ever set as text.
 * `limit` counts code points; `lines` keeps line breaks (at most one empty line in a row).
 */
export function cleanText(raw: string, limit: number, lines: TextLines = 'one-line'): CleanedText {
  // Nobody needs the rest of a text of megabytes, and the patterns below should not have to read it.
  const bounded = raw.length > limit * 8 ? raw.slice(0, limit * 8) : raw;
  const broken = bounded.replace(LINE_BREAKS, '\n').replace(/\t/g, ' ');
  const flat = lines === 'one-line' ? broken.replace(/\n/g, ' ') : broken;
  const cleaned = flat.replace(UNWANTED, '').replace(STACKED_MARKS, '$1');
  const spaced = cleaned
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const points = Array.from(spaced);
  const text = points.length > limit ? points.slice(0, limit).join('').trimEnd() : spaced;
  return { text, removed: cleaned !== flat, tooLong: points.length > limit || bounded.length < raw.length };
}
