import { describe, expect, it } from 'vitest';
import { loadMessages } from '../../scripts/load-messages';
import { loadPlanCatalogue, planCase } from '../../scripts/plan-case';
import type { Audience, Situation } from '../../src/catalogue/types';
import { FOLLOW_UP_RULES } from '../../src/plan/follow-up';

const catalogue = loadPlanCatalogue();
const messages = loadMessages();
const lines = (country: string, audience: Audience = 'adult', situation: Situation = 'seen-online') =>
  planCase(
    { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', platform: null, country, audience, situation },
    catalogue,
  ).followUp;
const ids = (...args: Parameters<typeof lines>) => lines(...args).map(({ id }) => id);

describe('if nothing happens', () => {
  it('names the regulator of the country and no other', () => {
    const regulators = ['ofcom', 'cnam', 'esafety', 'ftc'];
    const named = (...args: Parameters<typeof lines>) => ids(...args).filter((id) => regulators.includes(id));
    expect(named('GB')).toEqual(['ofcom']);
    expect(named('IE')).toEqual(['cnam']);
    expect(named('AU')).toEqual(['esafety']);
    expect(named('US')).toEqual([]);
    expect(named('US', 'adult', 'own-image')).toEqual(['ftc']);
    expect(named('KE')).toEqual([]);
  });

  it('names the regulator to the territories under the country’s law, not to all that its bodies serve', () => {
    expect(ids('NF')).toContain('esafety');
    expect(ids('PR', 'adult', 'own-image')).toContain('ftc');
    expect(ids('IO')).not.toContain('ofcom');
  });

  it('names the dispute bodies of the European Union to its members alone', () => {
    expect(ids('DE')).toContain('platform-eu');
    for (const country of ['GB', 'CH', 'NO', 'US']) expect(ids(country)).not.toContain('platform-eu');
  });

  it('gives a child no complaint to make, and somebody else to tell', () => {
    for (const country of ['GB', 'IE', 'AU', 'US', 'DE', 'ZZ']) {
      expect(ids(country, 'child')).toEqual(['worse', 'child']);
      for (const { target } of lines(country, 'child')) expect(target).toBeNull();
    }
  });

  it('tells nobody to look whether it is still there, and promises nothing', () => {
    for (const { text } of FOLLOW_UP_RULES) {
      const sentence = messages[text]!;
      expect(sentence, text).not.toMatch(
        /still there|still online|\bcheck if\b|will (be )?(remove|delete|block|answer)/i,
      );
    }
  });

  it('says what to do when it gets worse, with the country’s number or without', () => {
    expect(lines('FR').find(({ id }) => id === 'worse')?.text).toMatchObject({ values: { number: '17' } });
    expect(lines('ZZ').find(({ id }) => id === 'worse')?.text.key).toBe('follow-up.worse-unknown');
  });
});
