import { emergencyNumber } from '../catalogue/emergency-number';
import { mayLink } from '../catalogue/grades';
import type { Audience, Evidence } from '../catalogue/types';
import rules from './follow-up-lines.json';
import type { FollowUpLine, PlanRequest } from './report-plan';
import { isShown, type KnownHere, type ShownWhen } from './shown-when';

/** One line of "if nothing happens" and when it is shown; two rules with one id are its wordings. */
export interface FollowUpRule extends ShownWhen {
  id: string;
  /** Key of the sentence in `follow-up.json`. */
  text: string;
  /** `eu` = members of the European Union, whose Digital Services Act gives dispute bodies. Left out = everywhere. */
  where?: 'eu' | 'elsewhere';
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
  const { country, audience, platform } = request;
  const number = emergencyNumber(country)?.number ?? null;
  const known: KnownHere[] = [number === null ? 'number-unknown' : 'number-known'];
  const values = { platform: platform?.name ?? '', number: number ?? '' };
  const inUnion = country.inEuropeanUnion ?? false;
  return FOLLOW_UP_RULES.filter(
    (rule) =>
      isShown(rule, request, known) &&
      (rule.where === undefined || (rule.where === 'eu') === inUnion) &&
      (rule.audiences?.includes(audience) ?? true) &&
      (!rule.needsPlatform || platform?.status === 'live'),
  ).map((rule) => ({
    id: rule.id,
    text: { key: rule.text, values },
    target: rule.target !== null && mayLink(rule.target, rule.evidence) ? rule.target : null,
    evidence: rule.evidence,
    source: rule.source,
  }));
}
