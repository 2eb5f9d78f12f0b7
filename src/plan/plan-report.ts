import { checklist } from './checklist';
import { emergencyNumber } from './emergency-number';
import { followUp } from './follow-up';
import { planSteps } from './plan-steps';
import type { PlanRequest, ReportPlan } from './report-plan';

/** The whole plan: what popup, panel and shell show. The popup itself bundles only the steps. */
export function planReport(request: PlanRequest): ReportPlan {
  return {
    page: request.page,
    platformName: request.platform?.name ?? null,
    country: request.country.code,
    subdivision: request.subdivision,
    audience: request.audience,
    situation: request.situation,
    emergencyNumber: emergencyNumber(request),
    steps: planSteps(request),
    checklist: checklist(request),
    followUp: followUp(request),
  };
}
