import { describe, expect, it } from 'vitest';
import { settleNotes } from '../../src/state/settings';

describe('where notes may be kept', () => {
  it.each([
    // chosen, set by the school, locked, what holds
    [null, null, false, 'device'],
    ['off', null, false, 'off'],
    [null, 'session', false, 'session'],
    ['device', 'session', false, 'device'],
    ['device', 'session', true, 'session'],
    ['device', 'off', true, 'off'],
    ['off', 'device', true, 'device'],
  ] as const)('a person chose %s, the school %s, locked %s: %s', (chosen, notes, notesLocked, holds) => {
    expect(settleNotes(chosen, { notes, notesLocked })).toBe(holds);
  });
});
