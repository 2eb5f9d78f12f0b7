import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteField } from '../../src/notes/field-names';
import { viewNotes } from '../../src/notes/notes-view';
import { parseNotes, storedForm } from '../../src/notes/parse-notes';
import {
  emptyNotes,
  holds,
  mergeNotes,
  type ReportNotes,
  standingWriters,
  withoutOverwritten,
  writeEntry,
  writtenBy,
} from '../../src/notes/report-notes';

const WRITERS = ['wone1', 'wtwo2', 'wthree3'];
const FIELDS: NoteField[] = ['words', 'where', 'username/k1', 'reference/iwf'];

/** Any state at all, damaged ones included. */
const anyNotes: fc.Arbitrary<ReportNotes> = fc
  .dictionary(
    fc.constantFrom(...FIELDS),
    fc.dictionary(
      fc.constantFrom(...WRITERS),
      fc.record({
        value: fc.oneof(fc.string({ maxLength: 3 }), fc.constant(null)),
        at: fc.nat(4),
        over: fc.dictionary(fc.constantFrom(...WRITERS), fc.nat(4)),
      }),
    ),
  )
  .map((fields) => ({ id: 'r1', fields }));

describe('merging notes', () => {
  it('does not depend on order', () => {
    fc.assert(
      fc.property(anyNotes, anyNotes, (a, b) => {
        expect(mergeNotes(a, b)).toEqual(mergeNotes(b, a));
      }),
    );
  });
  it('does not depend on grouping', () => {
    fc.assert(
      fc.property(anyNotes, anyNotes, anyNotes, (a, b, c) => {
        expect(mergeNotes(mergeNotes(a, b), c)).toEqual(mergeNotes(a, mergeNotes(b, c)));
      }),
    );
  });
  it('changes nothing when repeated', () => {
    fc.assert(
      fc.property(anyNotes, anyNotes, (a, b) => {
        expect(mergeNotes(a, a)).toEqual(a);
        expect(mergeNotes(mergeNotes(a, b), b)).toEqual(mergeNotes(a, b));
        expect(holds(mergeNotes(a, b), b)).toBe(true);
      }),
    );
  });
  it('loses nothing that is shown when what was typed over is emptied, and it stays gone', () => {
    fc.assert(
      fc.property(anyNotes, anyNotes, (a, b) => {
        const all = mergeNotes(a, b);
        const emptied = withoutOverwritten(all, all);
        expect(viewNotes(emptied, { timeZone: 'UTC' })).toEqual(viewNotes(all, { timeZone: 'UTC' }));
        // Whoever still holds the text does not bring it back.
        expect(mergeNotes(all, emptied)).toEqual(emptied);
        expect(withoutOverwritten(emptied, emptied)).toBe(emptied);
      }),
    );
  });
  it('survives storing and reading', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const text = JSON.parse(JSON.stringify(storedForm(notes)));
        const { notes: read } = parseNotes('r1', text);
        expect(holds(notes, read)).toBe(true);
      }),
    );
  });
});

// What windows do: type into a field, or take in what another window stored.
const act = fc.oneof(
  fc.record({ do: fc.constant('type' as const), who: fc.nat(2), field: fc.constantFrom(...FIELDS) }),
  fc.record({ do: fc.constant('hear' as const), who: fc.nat(2), from: fc.nat(2) }),
);

describe('several windows typing', () => {
  it('loses nothing: what was typed last in a window is shown, stands beside, or was typed over by someone who saw it', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const states = WRITERS.map(() => emptyNotes('r1'));
        const replaced = new Set<string>();
        const last = new Map<string, string>();
        let count = 0;
        for (const step of acts) {
          if (step.do === 'hear') {
            const all = mergeNotes(states[step.who]!, writtenBy(states[step.from]!, WRITERS[step.from]!));
            states[step.who] = withoutOverwritten(all, all);
            continue;
          }
          const { field } = step;
          const writer = WRITERS[step.who]!;
          const standing = standingWriters(states[step.who]!, field).slice(0, 1);
          for (const other of standing) replaced.add(String(states[step.who]!.fields[field]![other]!.value));
          const value = `<${++count}>`;
          last.set(`${writer} ${field}`, value);
          states[step.who] = writeEntry(states[step.who]!, { writer, field, value, now: 0, over: standing });
        }
        const all = states.reduce(mergeNotes);
        const view = viewNotes(all, { timeZone: 'UTC' });
        const shown = new Set<string>();
        for (const field of [view.words, view.where, ...view.usernames, ...view.steps.map((step) => step.reference)]) {
          shown.add(field.value);
          for (const other of field.alsoTyped) shown.add(other.value);
        }
        for (const value of last.values()) if (!replaced.has(value)) expect(shown).toContain(value);
      }),
      { numRuns: 500 },
    );
  });

  it('shows the later of two texts typed at once and keeps the other beside it until it is settled', () => {
    const start = emptyNotes('r1');
    const one = writeEntry(start, { writer: 'wone1', field: 'words', value: 'red coat', now: 10, over: [] });
    const two = writeEntry(start, { writer: 'wtwo2', field: 'words', value: 'blue coat', now: 20, over: [] });
    const both = mergeNotes(one, two);
    expect(viewNotes(both, { timeZone: 'UTC' }).words).toEqual({
      value: 'blue coat',
      alsoTyped: [{ by: 'wone1', value: 'red coat' }],
    });
    const over = standingWriters(both, 'words');
    const settled = writeEntry(both, { writer: 'wthree3', field: 'words', value: 'red or blue', now: 5, over });
    expect(viewNotes(settled, { timeZone: 'UTC' }).words).toMatchObject({ value: 'red or blue', alsoTyped: [] });
  });

  it('lets a later text win even when the clock went back', () => {
    const first = writeEntry(emptyNotes('r1'), { writer: 'wone1', field: 'words', value: 'a', now: 1000, over: [] });
    const then = writeEntry(first, { writer: 'wtwo2', field: 'words', value: 'b', now: 5, over: ['wone1'] });
    expect(viewNotes(then, { timeZone: 'UTC' }).words.value).toBe('b');
  });
});
