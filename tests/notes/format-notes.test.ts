import { describe, expect, it } from 'vitest';
import { NO_PAGE } from '../../src/detect/detected-page';
import messages from '../../src/locales/en/notes.json';
import { createTranslator } from '../../src/locales/translate';
import type { FieldName } from '../../src/notes/field-names';
import { formatDetails } from '../../src/notes/format-details';
import { formatRecord } from '../../src/notes/format-record';
import { viewNotes } from '../../src/notes/notes-view';
import { emptyNotes, type NoteValue, writeEntry } from '../../src/notes/report-notes';
import { qrPath } from '../../src/ui/qr-path';

const t = createTranslator(messages);
const at = Date.UTC(2026, 10, 24, 20, 5);
const item = { platform: 'youtube', kind: 'video', id: 'v1', username: 'someone', addedAt: at } as const;

function noted(values: Partial<Record<FieldName, NoteValue>>) {
  let notes = emptyNotes('r1');
  for (const [field, value] of Object.entries(values) as [FieldName, NoteValue][]) {
    notes = writeEntry(notes, { writer: 'wabcd', field, value, now: at, over: [] });
  }
  return viewNotes(notes, { timeZone: 'Europe/London' });
}

const notes = noted({
  'item/k1': { ...item, link: 'https://www.youtube.com/watch?v=v1' },
  'username/k2': 'other_name',
  words: 'It came up by itself.',
  where: 'In the app',
  'opened/iwf/1764014700000': 1764014700000,
  'reported/iwf': at,
  'reference/iwf': 'R-1',
});

describe('details to paste', () => {
  it('begin with the address for a hotline and with the person for a body that protects a child', () => {
    expect(formatDetails(NO_PAGE, notes)).toBe(
      'https://www.youtube.com/watch?v=v1\n@someone\nv1\n\nother_name\n\n2026-11-24 20:05 (Europe/London)\n\nIn the app\n\nIt came up by itself.',
    );
    expect(formatDetails(NO_PAGE, notes, 'person-first').split('\n')[0]).toBe('other_name');
  });
  it('are what the page tells where nothing is noted', () => {
    const page = { ...NO_PAGE, link: 'https://example.org/', username: 'x' };
    expect(formatDetails(page, null)).toBe('https://example.org/\n@x');
    expect(formatDetails(page, noted({}))).toBe('https://example.org/\n@x');
  });
});

describe('the record', () => {
  const record = formatRecord(notes, t, { nameOf: (id) => ({ iwf: 'IWF', youtube: 'YouTube' })[id] ?? id, now: at });
  it('holds everything that was noted, with the time zone', () => {
    for (const part of [
      'https://www.youtube.com/watch?v=v1',
      'YouTube',
      '@someone',
      'v1',
      'other_name',
      'In the app',
    ]) {
      expect(record).toContain(part);
    }
    expect(record).toContain('It came up by itself.');
    expect(record).toMatch(/- IWF: form opened .*; reported 2026-11-24 20:05 \(Europe\/London\); reference R-1/);
  });
  it('says not to open the links before it lists them, and leaves no message key or placeholder', () => {
    expect(record.indexOf(messages['notes.record.do-not-open'])).toBeGreaterThan(0);
    expect(record.indexOf(messages['notes.record.do-not-open'])).toBeLessThan(record.indexOf('https://'));
    expect(record).not.toMatch(/notes\.|\{\w+\}|undefined|null/);
  });
});

describe('the QR code', () => {
  it('has the three corner marks and grows with the address', () => {
    const short = qrPath('https://report.iwf.org.uk/');
    expect(short.size % 4).toBe(1);
    for (const [x, y] of [
      [0, 0],
      [short.size - 7, 0],
      [0, short.size - 7],
    ])
      expect(short.path).toContain(`M${x} ${y}h`);
    expect(qrPath(`https://example.org/${'x'.repeat(300)}`).size).toBeGreaterThan(short.size);
  });
});
