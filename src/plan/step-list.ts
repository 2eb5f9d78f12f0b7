import { isBareHomePage } from '../catalogue/grades';
import type { PlanStep, Rank } from './report-plan';
import { isOfSchool } from './school-step';

export interface StepList {
  /** Adds those that are not there yet: a second way to the same body, number or address is left out. */
  add(rank: Rank, steps: PlanStep[]): void;
  /** Adds the first as ranked; the second stands under "More", the others nowhere. */
  addFirst(rank: Rank, steps: PlanStep[]): void;
  find(matches: (step: PlanStep) => boolean): PlanStep | undefined;
  /** The steps to do first, then those under "More", each in the order in which they were added. */
  ordered(): PlanStep[];
}

function siteOf(address: string): string {
  return new URL(address).host;
}

export function createStepList(): StepList {
  const steps: PlanStep[] = [];
  const taken = new Set<string>();

  const isTaken = ({ body, target }: PlanStep) =>
    taken.has(body) ||
    (target !== null &&
      // The bare home page of an organisation that is in the plan already adds nothing.
      (taken.has(target) || (isBareHomePage(target) && taken.has(siteOf(target)))));

  const add = (rank: Rank, more: PlanStep[]) => {
    for (const step of more) {
      if (isTaken(step)) continue;
      taken.add(step.body);
      // What a school adds never stands in the way of an official body that has the same number or site.
      if (isOfSchool(step)) {
        steps.push({ ...step, rank });
        continue;
      }
      for (const { target } of [step, ...step.alsoBy]) {
        if (target === null) continue;
        taken.add(target);
        if (target.startsWith('https:')) taken.add(siteOf(target));
      }
      steps.push({ ...step, rank });
    }
  };

  return {
    add,
    addFirst(rank, more) {
      add(rank, more.slice(0, 1));
      add('more', more.slice(1, 2));
    },
    find: (matches) => steps.find(matches),
    ordered: () => [...steps.filter((step) => step.rank === 'main'), ...steps.filter((step) => step.rank === 'more')],
  };
}
