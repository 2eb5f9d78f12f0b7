import type { ChecklistLine, PlanRequest } from './report-plan';

/** The safe-handling checklist for what happened, who asks and where they are. */
export function checklist(_request: PlanRequest): ChecklistLine[] {
  return [];
}
