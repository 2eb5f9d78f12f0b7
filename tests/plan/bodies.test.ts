import { describe, expect, it } from 'vitest';
import { loadPlanCatalogue } from '../../scripts/plan-case';
import type { ReportingBody } from '../../src/catalogue/types';
import { isFor, serves } from '../../src/plan/bodies';

const gb = loadPlanCatalogue().countries.get('GB')!;
const body = (facts: Partial<ReportingBody>): ReportingBody => ({
  ...gb.bodies.find(({ id }) => id === 'iwf')!,
  accepts: ['csam-url', 'csam-on-device', 'grooming', 'sexual-contact', 'sextortion', 'exploitation-offline'],
  refuses: [],
  ...facts,
});

describe('what a body is offered for', () => {
  it('is only what it accepts', () => {
    expect(serves(body({ accepts: ['csam-url'] }), 'material', 'seen-online')).toBe(true);
    expect(serves(body({ accepts: ['csam-url'] }), 'contact', 'grooming')).toBe(false);
    expect(serves(body({ accepts: ['grooming'] }), 'contact', 'blackmail')).toBe(false);
  });

  it.each([
    ['material', 'imagery-links', 'seen-online'],
    ['device', 'imagery-on-device', 'on-device'],
    ['contact', 'contact-with-child', 'grooming'],
    ['life', 'offline-abuse', 'seen-online'],
    ['material', 'reports', 'seen-online'],
    ['material', 'child-in-danger', 'immediate-danger'],
  ] as const)('is never %s for one that refuses %s (%s), whatever it accepts', (need, refused, situation) => {
    expect(serves(body({}), need, situation)).toBe(true);
    expect(serves(body({ refuses: [refused] }), need, situation)).toBe(false);
  });

  it('is nothing for one that is listed for something else, but a crisis line listens', () => {
    expect(serves(body({ listedFor: 'adult-harms' }), 'material', 'seen-online')).toBe(false);
    expect(serves(body({ listedFor: 'crisis-support' }), 'crisis', 'blackmail')).toBe(true);
    expect(serves(body({ listedFor: 'crisis-support' }), 'contact', 'blackmail')).toBe(false);
  });

  it('depends on who asks', () => {
    expect(isFor(body({ who: 'professionals' }), 'adult')).toBe(false);
    expect(isFor(body({ who: 'professionals' }), 'school-staff')).toBe(true);
    expect(isFor(body({ who: 'over-18' }), 'child')).toBe(false);
    expect(isFor(body({ who: 'under-18', role: 'helpline' }), 'adult')).toBe(false);
    expect(isFor(body({ who: 'under-18', role: 'takedown' }), 'adult')).toBe(true);
    expect(isFor(body({ refuses: ['adults'] }), 'adult')).toBe(false);
  });
});
