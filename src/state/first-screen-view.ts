import { emergencyNumber } from '../catalogue/emergency-number';
import { AUDIENCES, type Audience, type Situation } from '../catalogue/types';
import type { DetectedPage } from '../detect/detected-page';
import { planSteps } from '../plan/plan-steps';
import type { PlanStep } from '../plan/report-plan';
import type { HideableSection } from '../policy/school-policy';
import { requestOf, type Scene } from './scene';

/** All that the first screen shows. */
export interface FirstScreenView {
  page: DetectedPage;
  platformName: string | null;
  /** Whether there is a place to report: a page with a link, or a platform. */
  hasPlace: boolean;
  situation: Situation;
  audience: Audience;
  countryName: string;
  countryGuessed: boolean;
  countryLocked: boolean;
  /** The audiences a person may switch to from here. */
  audienceSwitches: Audience[];
  emergencyNumber: string | null;
  steps: PlanStep[];
  schoolMessage: string | null;
  hidden: readonly HideableSection[];
  /** True while something was noted that can be erased. */
  hasNotes: boolean;
}

const planned = new WeakMap<Scene, PlanStep[]>();

/** The steps of a scene, planned once for it: the start of the popup and every drawing ask for them. */
export function stepsOf(scene: Scene): PlanStep[] {
  const steps = planned.get(scene) ?? planSteps(requestOf(scene));
  planned.set(scene, steps);
  return steps;
}

export function firstScreenView(scene: Scene, hasNotes: boolean): FirstScreenView {
  const { settings, policy } = scene.surroundings;
  const { page, situation } = scene.reportCase;
  const platformName = scene.platform?.name ?? null;
  return {
    page,
    platformName,
    hasPlace: (page.link ?? platformName) !== null,
    situation,
    audience: settings.audience,
    countryName: placeName(scene),
    countryGuessed: settings.countryGuessed,
    countryLocked: settings.countryLocked,
    audienceSwitches: audienceSwitches(settings.audience, settings.audienceLocked, policy.staffSwitch),
    emergencyNumber: emergencyNumber(scene.countries.country)?.number ?? null,
    steps: stepsOf(scene),
    schoolMessage: policy.message,
    hidden: settings.notes === 'off' ? [...policy.hiddenSections, 'notes'] : policy.hiddenSections,
    hasNotes,
  };
}

function placeName({ countries, surroundings }: Scene): string {
  const part = countries.country.subdivisions?.find(({ code }) => code === surroundings.settings.subdivision);
  return part?.name ?? countries.country.name;
}

function audienceSwitches(current: Audience, locked: boolean, staffSwitch: boolean): Audience[] {
  if (locked) return [];
  return AUDIENCES.filter((audience) => audience !== current && (audience !== 'school-staff' || staffSwitch));
}
