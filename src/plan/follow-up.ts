import { emergencyNumber } from '../catalogue/emergency-number';
import { mayLink } from '../catalogue/grades';
import type { Audience, Evidence, Situation } from '../catalogue/types';
import rules from './follow-up-lines.json';
import type { FollowUpLine, PlanRequest } from './report-plan';

/** One line of "if nothing happens" and when it is shown. */
export interface FollowUpRule {
  id: string;
  /** Key of the sentence in `plan.json`. */
  text: string;
  /** `eu` = members of the European Union, whose Digital Services Act gives dispute bodies. Left out = everywhere. */
  where?: 'eu' | 'elsewhere';
  /** With the territories under their law. */
  countries?: string[];
  situations?: Situation[];
  audiences?: Audience[];
  /** Shown only where a platform is known, that is not closed. */
  needsPlatform?: boolean;
  target: string | null;
  evidence: Evidence;
  source: string | null;
}

export const FOLLOW_UP_RULES = rules as FollowUpRule[];

/** When to ask again, and where to go next when nothing happens. Nothing here promises what a body does not say. */
export function followUp(request: PlanRequest): FollowUpLine[] {
  const { country, situation, audience, platform } = request;
  const number = emergencyNumber(country)?.number ?? null;
  const values = { platform: platform?.name ?? '', number: number ?? '' };
  const inUnion = country.inEuropeanUnion ?? false;
  return FOLLOW_UP_RULES.filter(
    (rule) =>
      (rule.where === undefined || (rule.where === 'eu') === inUnion) &&
      (rule.countries?.some((code) => code === country.code || code === country.sameLawAs) ?? true) &&
      (rule.situations?.includes(situation) ?? true) &&
      (rule.audiences?.includes(audience) ?? true) &&
      (!rule.needsPlatform || platform?.status === 'live'),
  ).map((rule) => ({
    id: rule.id,
    text: { key: rule.id === 'worse' && number === null ? 'follow-up.worse-unknown' : rule.text, values },
    target: rule.target !== null && mayLink(rule.target, rule.evidence) ? rule.target : null,
    evidence: rule.evidence,
    source: rule.source,
  }));
}
