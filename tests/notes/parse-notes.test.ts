import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTES_VERSION, parseNotes } from '../../src/notes/parse-notes';
import { mergeNotes, viewNotes } from '../../src/notes/report-notes';

const view = (stored: unknown) => viewNotes(parseNotes('r1', stored).notes, { timeZone: 'UTC' });
const entry = (value: unknown, at = 5) => ({ wabcd: { value, at, over: {} } });

describe('reading stored notes', () => {
  it('never throws and always gives notes that can be merged and shown', () => {
    const rough = fc.record({
      version: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.anything()),
      fields: fc.dictionary(
        fc.oneof(fc.constantFrom('words', 'item/k1', 'opened/iwf/5', '__proto__', 'constructor'), fc.string()),
        fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom('wabcd', '__proto__', 'x'), fc.anything())),
      ),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), rough), (stored) => {
        const { notes } = parseNotes('r1', stored);
        expect(() => viewNotes(mergeNotes(notes, notes), { timeZone: 'UTC' })).not.toThrow();
      }),
    );
  });

  it('keeps what is readable beside what is not, and says so', () => {
    const stored = {
      version: NOTES_VERSION,
      fields: {
        words: entry('readable'),
        where: entry(42),
        whoKnows: entry('from the year 9999', 253_370_764_800_000),
        'item/k1': entry({ link: 'data:image/png;base64,AAAA', addedAt: 1 }),
        'item/k2': entry({ link: 'https://example.org/v', platform: 7, kind: 'nonsense', addedAt: 1 }),
        'evil/field': entry('x'),
      },
    };
    const { faults } = parseNotes('r1', stored);
    expect(faults).toEqual(['damaged-part']);
    expect(view(stored).words.value).toBe('readable');
    expect(view(stored).where.value).toBe('');
    expect(view(stored).whoKnows.value).toBe('');
    expect(view(stored).items).toMatchObject([{ link: 'https://example.org/v', platform: null, kind: null }]);
  });

  it('moves version 1 on', () => {
    const stored = {
      version: 1,
      changedAt: 7,
      words: 'old words',
      usernames: ['one', 'two'],
      items: [{ link: 'https://example.org/a' }],
    };
    expect(parseNotes('r1', stored).faults).toEqual([]);
    const { words, usernames, items } = view(stored);
    expect(words).toMatchObject({ value: 'old words', changedAt: 7 });
    expect(usernames.map(({ value }) => value)).toEqual(['one', 'two']);
    expect(items.map(({ link }) => link)).toEqual(['https://example.org/a']);
  });

  it('reads what it can of a newer version and says that it is newer', () => {
    const stored = { version: 99, fields: { words: entry('from the future'), mood: entry('?') } };
    expect(parseNotes('r1', stored).faults).toEqual(['newer-version']);
    expect(view(stored).words.value).toBe('from the future');
  });

  it.each([null, 'text', 7, [], {}, { version: 2 }, { version: '2', fields: {} }])('calls %j no notes', (stored) => {
    expect(parseNotes('r1', stored)).toEqual({ notes: { id: 'r1', fields: {} }, faults: ['not-notes'] });
  });
});
