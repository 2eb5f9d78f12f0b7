import { describe, expect, it } from 'vitest';
import { loadCountries } from '../../scripts/load-catalogue';
import { bodyStep } from '../../src/plan/body-step';
import type { Need } from '../../src/plan/report-plan';

const countries = loadCountries();
const step = (id: string, need: Need) => {
  const body = countries
    .flatMap((country) => [...country.bodies, ...(country.subdivisions ?? []).flatMap((part) => part.bodies)])
    .find((one) => one.id === id)!;
  return bodyStep(body, need, { key: 'plan.purpose.life' })!;
};

describe('how a body is reached', () => {
  it('is by voice first for a child at risk, whatever page there is', () => {
    for (const id of ['us-ia-child-protection', 'us-tx-child-protection', 'au-nsw-child-protection', 'fr-119']) {
      expect(step(id, 'life').target, id).toMatch(/^tel:/);
    }
    // The number on record is Childhelp's, which takes no reports: the counties' own page comes first.
    expect(step('us-ca-child-protection', 'life').target).toMatch(/^https:\/\/cdss\.ca\.gov\//);
    expect(step('us-ca-child-protection', 'life').alsoBy).toEqual([]);
    expect(step('gb-eng-council', 'life').target).toBe('https://www.gov.uk/report-child-abuse-to-local-council');
  });

  it('is by the form first for a hotline, and says "form" only where there is one', () => {
    expect(step('cybertipline', 'material')).toMatchObject({
      target: 'https://report.cybertip.org/',
      action: { key: 'plan.action.form' },
    });
    expect(step('ceop', 'contact').action).toEqual({ key: 'plan.action.form' });
    expect(step('gb-sct-police', 'device').action).toEqual({ key: 'plan.action.report-page' });
    expect(step('gb-nir-gateway', 'life').action).toEqual({ key: 'plan.action.report-page' });
    const labels = step('au-nsw-child-protection', 'life').alsoBy.map((way) => way.label.key);
    expect(labels).toEqual(['plan.action.report-page']);
  });
});
