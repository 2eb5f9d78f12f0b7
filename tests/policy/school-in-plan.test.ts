import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownCodes } from '../../scripts/known-codes';
import { loadCountries, loadPlatforms } from '../../scripts/load-catalogue';
import { AUDIENCES, type Audience, SITUATIONS, type Situation } from '../../src/catalogue/types';
import { planSteps } from '../../src/plan/plan-steps';
import type { PlanRequest, PlanStep } from '../../src/plan/report-plan';
import { isOfSchool } from '../../src/plan/school-step';
import { parsePolicy } from '../../src/policy/parse-policy';
import type { SchoolPolicy } from '../../src/policy/school-policy';
import { anyPolicyValue } from './any-policy-value';
import { SAMPLE_POLICIES } from './sample-policies';

const KNOWN = knownCodes();
const countries = loadCountries();
const countryOf = (code: string) => countries.find((country) => country.code === code)!;
const youtube = loadPlatforms().find(({ id }) => id === 'youtube')!;

function stepsFor(policy: SchoolPolicy | null, code: string, audience: Audience, situation: Situation): PlanStep[] {
  const request: PlanRequest = {
    page: { platform: 'youtube', kind: 'video', id: 'x', username: null, link: 'https://www.youtube.com/watch?v=x' },
    platform: youtube,
    country: countryOf(code),
    parentCountry: null,
    defaultCountry: countryOf('ZZ'),
    subdivision: null,
    audience,
    situation,
    school: policy && { ...policy, name: policy.schoolName },
  };
  return planSteps(request);
}

const official = (steps: PlanStep[]) => steps.filter((step) => step.role !== 'school' && !isOfSchool(step));

/** Entries that point at official numbers and sites, so that one could stand in the way of the other. */
const overlapping = fc.constantFrom<unknown>(
  ...['GB', 'US', 'IE'].flatMap((code) =>
    countryOf(code).bodies.flatMap((body) => [
      { contacts: [{ name: 'Ms A', phone: body.phone ?? '999', link: body.reportUrl ?? body.homeUrl ?? '' }] },
      {
        helplines: [1, 2, 3, 4].map((number) => ({
          name: `Line ${number}`,
          link: body.homeUrl ?? '',
          phone: body.phone ?? '',
        })),
      },
    ]),
  ),
);

describe('a school in the plan', () => {
  it('takes nothing away from what a plan has without it, whatever its policy says', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyPolicyValue, overlapping),
        fc.constantFrom('GB', 'US', 'IE', 'FR', 'ZZ'),
        fc.constantFrom(...AUDIENCES),
        fc.constantFrom(...SITUATIONS),
        (value, code, audience, situation) => {
          const { policy } = parsePolicy(value, KNOWN);
          expect(official(stepsFor(policy, code, audience, situation))).toEqual(
            official(stepsFor(null, code, audience, situation)),
          );
        },
      ),
      { numRuns: 600 },
    );
  });

  it.each(SAMPLE_POLICIES)('gives a pupil one named adult, then one helpline: $name', ({ text }) => {
    const { policy } = parsePolicy(JSON.parse(text), KNOWN);
    const [adult, helpline, ...others] = stepsFor(policy, policy.country!, 'child', 'seen-online').filter(
      (step) => step.rank === 'main',
    );
    expect([adult?.role, adult?.name]).toEqual(['school', policy.contacts[0]!.name]);
    expect([helpline?.role, helpline && isOfSchool(helpline)]).toEqual(['helpline', false]);
    expect(others).toEqual([]);
  });

  it('shows every contact and helpline of the school somewhere', () => {
    const { policy } = parsePolicy(JSON.parse(SAMPLE_POLICIES.find(({ name }) => name === 'us-district')!.text), KNOWN);
    for (const audience of ['child', 'school-staff'] as const) {
      const names = stepsFor(policy, 'US', audience, 'seen-online').map((step) => step.name);
      expect(names).toEqual(expect.arrayContaining(['Ms Rivera', 'Dr. Nguyen']));
    }
    const line = stepsFor(policy, 'US', 'child', 'seen-online').find(
      (step) => step.name === 'District after-hours line',
    );
    expect(line?.purpose?.values?.hours).toBe('After school and on weekends');
  });

  it('has no body in the records whose id could be taken for a school', () => {
    const bodies = countries.flatMap((country) => [
      ...country.bodies,
      ...(country.subdivisions ?? []).flatMap((part) => part.bodies),
    ]);
    expect(bodies.map((body) => body.id).filter((id) => /^school/.test(id))).toEqual([]);
  });
});
