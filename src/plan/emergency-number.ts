import type { PlanRequest } from './report-plan';

/** The number to call in danger: the country's first. Null where none is known ("your local emergency number"). */
export function emergencyNumber(request: Pick<PlanRequest, 'country' | 'parentCountry'>): string | null {
  return (request.country.emergency[0] ?? request.parentCountry?.emergency[0])?.number ?? null;
}
