import type { FollowUpLine, PlanRequest } from './report-plan';

/** When to ask again, and where to go next when nothing happens. */
export function followUp(_request: PlanRequest): FollowUpLine[] {
  return [];
}
