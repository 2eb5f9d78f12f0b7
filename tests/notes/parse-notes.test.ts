import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlanCatalogue, planRequest } from '../../scripts/plan-case';
import { PAGE_KINDS, SITUATIONS } from '../../src/catalogue/types';
import { NO_PAGE } from '../../src/detect/detected-page';
import messages from '../../src/locales/en/notes.json';
import { createTranslator } from '../../src/locales/translate';
import { formatDetails } from '../../src/notes/format-details';
import { formatRecord } from '../../src/notes/format-record';
import { viewNotes } from '../../src/notes/notes-view';
import { NOTES_VERSION, parseNotes } from '../../src/notes/parse-notes';
import { mergeNotes } from '../../src/notes/report-notes';
import { planReport } from '../../src/plan/plan-report';

const view = (stored: unknown) => viewNotes(parseNotes('r1', stored).notes, { timeZone: 'UTC' });
const entry = (value: unknown, at = 5) => ({ wabcd: { value, at, over: {} } });
const stored = (fields: object) => ({ version: NOTES_VERSION, fields });

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

  it('gives only notes that can be made a record, details to paste and a plan, however they are damaged', () => {
    const catalogue = loadPlanCatalogue();
    // Those whose forms are filled in with what is noted.
    const platforms = [...catalogue.platforms.values()].filter(({ routes }) =>
      routes.some(({ target, prefill }) => target?.includes('{') || prefill?.parameters),
    );
    expect(platforms.length).toBeGreaterThan(0);
    const t = createTranslator(messages);
    const text = fc.oneof(
      fc.constantFrom('https://', 'http://[', 'https://a b/', 'https://x.example/?v=1', 'HTTPS://X', '\uD800'),
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.constantFrom(null, undefined, 7),
    );
    const time = fc.oneof(fc.constantFrom(0, 8_999_999_999_999_999, 8_640_000_000_000_001, -1), fc.nat());
    const item = fc.record({
      link: text,
      platform: fc.oneof(fc.constantFrom(...platforms.map(({ id }) => id)), text),
      kind: fc.constantFrom(...PAGE_KINDS, null, 'nonsense'),
      id: text,
      username: text,
      addedAt: time,
    });
    const field = fc.oneof(
      fc.constantFrom('words', 'date', 'time', 'timeZone', 'item/k1', 'item/k2', 'username/k1', 'reference/iwf'),
      fc.constantFrom('reported/iwf', 'opened/__proto__/5'),
      time.map((at) => `opened/iwf/${at}`),
    );
    const register = fc.dictionary(
      fc.constantFrom('wabcd', 'wefgh'),
      fc.record({ value: fc.oneof(item, text, time), at: time, over: fc.constant({}) }),
    );
    const damaged = fc.record({ version: fc.constant(NOTES_VERSION), fields: fc.dictionary(field, register) });
    fc.assert(
      fc.property(damaged, fc.constantFrom(...SITUATIONS), (stored, situation) => {
        const notes = view(stored);
        formatRecord(notes, t, { nameOf: (id) => id, now: 0 });
        formatDetails(NO_PAGE, notes);
        for (const page of notes.items) {
          const one = { url: null, platform: null, country: 'GB', audience: 'adult', situation } as const;
          const platform = catalogue.platforms.get(page.platform ?? '') ?? null;
          planReport({ ...planRequest(one, catalogue), page, platform });
        }
      }),
      {
        examples: [
          [stored({ 'opened/iwf/9999999999999999': entry(1) }), 'seen-online'],
          [stored({ 'item/k1': entry({ platform: 'roblox', id: '\uD800', addedAt: 1 }) }), 'seen-online'],
        ],
        numRuns: 1000,
      },
    );
  });

  it.each(['https://', 'http://[half/an/address', 'https://two words/'])(
    'keeps the text of %s, which no browser can read, beside the page that it was of',
    (link) => {
      const damaged = stored({ 'item/k1': entry({ link, platform: 'youtube', id: 'v1', addedAt: 1 }) });
      expect(parseNotes('r1', damaged).faults).toEqual(['damaged-part']);
      expect(view(damaged).items).toMatchObject([{ link: null, platform: 'youtube', id: 'v1' }]);
      expect(view(damaged).usernames).toMatchObject([{ key: 'k1', value: link }]);
    },
  );

  it('loses no typed line to the text of such a link', () => {
    const item = entry({ link: 'https://', addedAt: 1 });
    for (const fields of [
      { 'username/k1': entry('typed'), 'item/k1': item },
      { 'item/k1': item, 'username/k1': entry('typed') },
    ]) {
      expect(view(stored(fields)).usernames).toMatchObject([{ key: 'k1', value: 'typed' }]);
    }
  });

  it('takes no form for opened at a time that is none', () => {
    const damaged = stored({ 'opened/iwf/9999999999999999': entry(1), 'opened/iwf/5': entry(5) });
    expect(parseNotes('r1', damaged).faults).toEqual(['damaged-part']);
    expect(view(damaged).steps).toMatchObject([{ body: 'iwf', openedAt: [5] }]);
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
    expect(words.value).toBe('old words');
    expect(parseNotes('r1', stored).notes.fields.words).toEqual({ wversion1: { value: 'old words', at: 7, over: {} } });
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
