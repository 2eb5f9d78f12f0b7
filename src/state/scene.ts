import type { Country, PlatformForPlan } from '../catalogue/types';
import type { PlanRequest } from '../plan/report-plan';
import type { SchoolPolicy } from '../policy/school-policy';
import type { ReportCase } from './report-case';
import type { Settings } from './settings';

/** What a screen about a report is drawn from. */
export interface Scene {
  reportCase: ReportCase;
  platform: PlatformForPlan | null;
  surroundings: Surroundings;
  countries: Countries;
}

/** What the person and the school decided, as the browser had it at one moment. */
export interface Surroundings {
  policy: SchoolPolicy;
  settings: Settings;
}

export interface Countries {
  country: Country;
  parentCountry: Country | null;
  defaultCountry: Country;
}

export function requestOf({ reportCase, platform, countries, surroundings }: Scene): PlanRequest {
  const { settings, policy } = surroundings;
  return {
    page: reportCase.page,
    platform,
    ...countries,
    subdivision: settings.subdivision,
    audience: settings.audience,
    situation: reportCase.situation,
    school: schoolForPlan(policy),
  };
}

function schoolForPlan(policy: SchoolPolicy): PlanRequest['school'] {
  const { schoolName, contacts, reportLink, helplines } = policy;
  if (!schoolName && contacts.length === 0 && !reportLink && helplines.length === 0) return null;
  return { name: schoolName, contacts, reportLink, helplines };
}
