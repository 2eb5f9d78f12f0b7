import { afterEach, expect, it, vi } from 'vitest';
import { timeZoneOfDevice } from '../../src/state/time-zone';

afterEach(() => vi.unstubAllGlobals());

it('asks Temporal, which needs no Intl, where the browser has it', () => {
  vi.stubGlobal('Temporal', { Now: { timeZoneId: () => 'Africa/Nairobi' } });
  expect(timeZoneOfDevice()).toBe('Africa/Nairobi');
});

it('asks Intl in the browsers that have no Temporal yet', () => {
  vi.stubGlobal('Temporal', undefined);
  expect(timeZoneOfDevice()).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});
