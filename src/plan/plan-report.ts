import { emergencyNumber } from '../catalogue/emergency-number';
import { checklist } from './checklist';
import { followUp } from './follow-up';
import { planSteps } from './plan-steps';
import type { PlanRequest, ReportPlan } from './report-plan';

/**
 * The whole plan at once, for `npm run plan` and tests. The popup loads only the steps, and the panel asks for steps,
 * checklist and follow-up one by one.
 */
export function planReport(request: PlanRequest): ReportPlan {
  return {
    page: request.page,
    platformName: request.platform?.name ?? null,
    country: request.country.code,
    subdivision: request.subdivision,
    audience: request.audience,
    situation: request.situation,
    emergencyNumber: emergencyNumber(request.country)?.number ?? null,
    steps: planSteps(request),
    checklist: checklist(request),
    followUp: followUp(request),
  };
}
