import { describe, expect, it } from 'vitest';
import { loadPlanCatalogue, type PlanCase, planCase } from '../../scripts/plan-case';
import type { SchoolForPlan } from '../../src/plan/report-plan';

const catalogue = loadPlanCatalogue();
const school: SchoolForPlan = {
  name: 'Elm School',
  contacts: [
    {
      name: 'Ms Okafor',
      role: 'safeguarding lead',
      phone: '01234 567 890',
      email: 'dsl@elm.example',
      link: null,
      hours: '8 to 16',
    },
    { name: 'Mr Lee', role: null, phone: null, email: null, link: null, hours: null },
  ],
  reportLink: 'https://elm.example/report',
  helplines: [{ name: 'Elm listens', phone: '0800 1', link: null, hours: null }],
};
const bodies = (one: Partial<PlanCase>) =>
  planCase(
    { url: null, platform: null, country: 'GB', audience: 'child', situation: 'grooming', school, ...one },
    catalogue,
  ).steps;

describe('the school’s own people', () => {
  it('come first for a pupil and for staff, by name, with every way to reach them', () => {
    for (const audience of ['child', 'school-staff'] as const) {
      const steps = bodies({ audience });
      const [first] = steps;
      expect(first).toMatchObject({ role: 'school', body: 'school', name: 'Ms Okafor', target: 'tel:01234567890' });
      expect(first?.alsoBy.map((way) => way.target)).toEqual(['mailto:dsl@elm.example']);
      expect(steps.find((step) => step.name === 'Mr Lee')).toMatchObject({ role: 'school', target: null });
    }
  });

  it('come after the emergency number, and add a helpline without taking the country’s away', () => {
    const steps = bodies({ situation: 'immediate-danger' });
    expect(steps[0]?.role).toBe('emergency');
    expect(steps[1]).toMatchObject({ body: 'school', rank: 'more' });
    const helplines = bodies({})
      .filter((step) => step.role === 'helpline')
      .map((step) => step.body);
    expect(helplines).toEqual(expect.arrayContaining(['childline', 'school-helpline-1']));
    expect(helplines[0]).toBe('childline');
  });

  it('are one adult and one helpline first for a pupil, the others under "More"', () => {
    const main = bodies({}).filter((step) => step.rank === 'main');
    expect(main.map((step) => step.role).slice(0, 2)).toEqual(['school', 'helpline']);
    expect(main.filter((step) => step.role === 'school')).toHaveLength(1);
  });

  it('stay out of a parent’s plan unless it goes round the school', () => {
    expect(bodies({ audience: 'adult' }).some((step) => step.role === 'school')).toBe(false);
    expect(bodies({ audience: 'adult', situation: 'viral-at-school' })[0]?.name).toBe('Ms Okafor');
  });
});
