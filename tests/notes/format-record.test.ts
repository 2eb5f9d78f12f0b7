import { describe, expect, it } from 'vitest';
import messages from '../../src/locales/en/notes.json';
import { createTranslator } from '../../src/locales/translate';
import { formatRecord } from '../../src/notes/format-record';
import { at, notes } from './noted';

const t = createTranslator(messages);

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
