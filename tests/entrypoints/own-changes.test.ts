import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownChanges } from '../../src/entrypoints/panel/own-changes';

it('knows a window’s own changes again, once each, in the order in which they come back', () => {
  const own = ownChanges();
  own.made({ situation: 'grooming' });
  own.made({ situation: 'blackmail' });
  expect(own.isOwn({ situation: 'grooming' })).toBe(true);
  expect(own.isOwn({ situation: 'blackmail' })).toBe(true);
  expect(own.isOwn({ situation: 'blackmail' })).toBe(false);
});

it('shows what follows on another window’s change, for that is what storage holds in the end', () => {
  const own = ownChanges();
  own.made('mine');
  expect(own.isOwn('another’s')).toBe(false);
  expect(own.isOwn('mine')).toBe(false);
});

it('leaves a window with what storage holds, whatever two windows store in whatever order', () => {
  const change = fc.record({ mine: fc.boolean(), value: fc.nat(3), shownLate: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const own = ownChanges();
      const toHear: number[] = [];
      let stored = -1;
      let shown = -1;
      const hear = () => {
        const value = toHear.shift()!;
        if (!own.isOwn(value)) shown = value;
      };
      for (const { mine, value, shownLate } of changes) {
        if (mine) {
          own.made(value);
          shown = value;
        }
        // A browser tells only of values that are others than before.
        if (value !== stored) toHear.push(value);
        stored = value;
        for (let n = 0; n < shownLate && toHear.length > 0; n++) hear();
      }
      while (toHear.length > 0) hear();
      expect(shown).toBe(stored);
    }),
    { numRuns: 2000 },
  );
});
