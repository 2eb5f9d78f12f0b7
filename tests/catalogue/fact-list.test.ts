import { expect, test } from 'vitest';
import { loadPlanCatalogue, planCase } from '../../scripts/plan-case';
import { listFacts } from '../../src/catalogue/fact-list';
import { telephone } from '../../src/catalogue/telephone';
import { AUDIENCES, type Situation } from '../../src/catalogue/types';
import type { PlanStep } from '../../src/plan/report-plan';

const catalogue = loadPlanCatalogue();
const countries = [...catalogue.countries.values()];
const facts = listFacts({ platforms: [...catalogue.platforms.values()], countries });
const places = countries.flatMap(({ code, subdivisions = [] }) => [code, ...subdivisions.map((part) => part.code)]);

/** Between them, these lead to every body that a plan can name. */
const TOLD: Situation[] = ['seen-online', 'on-device', 'grooming', 'blackmail', 'own-image', 'immediate-danger'];

/** The numbers of a step as addresses to dial: those of its buttons and those of the lines under them. */
function numbersOf(step: PlanStep): string[] {
  const targets = [step.target, ...step.alsoBy.map((way) => way.target)].filter((target) => target?.startsWith('tel:'));
  const further = step.how.flatMap((line) =>
    'key' in line && line.key === 'plan.how.number' ? [telephone(String(line.values?.number))] : [],
  );
  return [...(targets as string[]), ...further];
}

test('every number that a plan can show is in the list of facts', () => {
  const shown = new Map<string, string>();
  for (const country of places) {
    for (const situation of TOLD) {
      for (const audience of AUDIENCES) {
        const plan = planCase({ url: null, platform: null, country, situation, audience }, catalogue);
        for (const step of plan.steps) for (const number of numbersOf(step)) shown.set(number, step.body);
      }
    }
  }
  const listed = new Set(facts.map(({ value }) => (value.startsWith('tel:') ? value : telephone(value))));
  for (const { routes } of catalogue.platforms.values()) {
    for (const { type, target } of routes) if (type === 'phone') shown.set(target, 'a platform');
  }
  expect(shown.size).toBeGreaterThan(300);
  expect([...shown].filter(([number]) => !listed.has(number))).toEqual([]);
});

test('a further number has the grade, source and date of the number beside it', () => {
  expect(facts.filter(({ id }) => id.startsWith('jp/jp-9110/')).map(({ value }) => value)).toContain('#9110');
  const childline = facts.filter(({ id }) => id.startsWith('gb/childline/phone'));
  expect(childline.map(({ value }) => value)).toEqual(['0800 1111', '116 111']);
  const [first, further] = childline;
  expect(further).toMatchObject({ evidence: first!.evidence, source: first!.source, seen: first!.seen });
});

test('every fact has an id of its own', () => {
  const ids = facts.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});
