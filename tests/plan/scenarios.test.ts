import { describe, expect, it } from 'vitest';
import { loadPlanCatalogue, planCase } from '../../scripts/plan-case';
import { SCENARIOS } from './scenarios';

const catalogue = loadPlanCatalogue();

describe('what people tell', () => {
  it('covers at least 60 stories from at least 25 countries', () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(SCENARIOS.map(({ country }) => country.slice(0, 2))).size).toBeGreaterThanOrEqual(25);
  });

  it.each(SCENARIOS)('$told', ({ country, audience, situation, url, platform, first, there = [], never = [] }) => {
    const one = { url: url ?? null, platform: platform ?? null, country, audience: audience ?? 'adult', situation };
    const bodies = planCase(one, catalogue).steps.map((step) => step.body);
    expect(bodies[0]).toBe(first);
    expect(bodies).toEqual(expect.arrayContaining(there));
    for (const body of never) expect(bodies).not.toContain(body);
  });
});
