import type { FieldName } from '../../src/notes/field-names';
import { viewNotes } from '../../src/notes/notes-view';
import { emptyNotes, type NoteValue, writeEntry } from '../../src/notes/report-notes';

/** ms since 1970. */
export const at = Date.UTC(2026, 10, 24, 20, 5);
const item = { platform: 'youtube', kind: 'video', id: 'v1', username: 'someone', addedAt: at } as const;

/** Notes in which one window noted these values. */
export function noted(values: Partial<Record<FieldName, NoteValue>>) {
  let notes = emptyNotes('r1');
  for (const [field, value] of Object.entries(values) as [FieldName, NoteValue][]) {
    notes = writeEntry(notes, { writer: 'wabcd', field, value, now: at, over: [] });
  }
  return viewNotes(notes, { timeZone: 'Europe/London' });
}

/** Notes with something in most fields. */
export const notes = noted({
  'item/k1': { ...item, link: 'https://www.youtube.com/watch?v=v1' },
  'username/k2': 'other_name',
  words: 'It came up by itself.',
  where: 'In the app',
  'opened/iwf/1764014700000': 1764014700000,
  'reported/iwf': at,
  'reference/iwf': 'R-1',
});
