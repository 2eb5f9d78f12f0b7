import { describe, expect, it } from 'vitest';
import { viewNotes } from '../../src/notes/notes-view';
import { emptyNotes, writeEntry } from '../../src/notes/report-notes';

describe('the view', () => {
  it('fills in date and time from the first item on the clock of the time zone, until something is typed', () => {
    const item = {
      link: null,
      platform: 'x',
      kind: null,
      id: null,
      username: 'someone',
      addedAt: Date.UTC(2026, 6, 1, 23, 30),
    };
    const notes = writeEntry(emptyNotes('r1'), { writer: 'wone1', field: 'item/k1', value: item, now: 1, over: [] });
    const view = viewNotes(notes, { timeZone: 'Europe/London' });
    expect([view.date.value, view.time.value, view.timeZone.value]).toEqual(['2026-07-02', '00:30', 'Europe/London']);
    const typed = writeEntry(notes, { writer: 'wone1', field: 'date', value: '', now: 2, over: [] });
    expect(viewNotes(typed, { timeZone: 'Europe/London' }).date).toMatchObject({ value: '' });
  });

  it('reads an unknown time zone as UTC instead of failing', () => {
    const notes = writeEntry(emptyNotes('r1'), { writer: 'wone1', field: 'words', value: 'x', now: 0, over: [] });
    expect(viewNotes(notes, { timeZone: 'Nowhere/Land' }).date.value).toBe('1970-01-01');
  });
});
