import { telephone } from '../catalogue/telephone';
import { emergencyNumber } from './emergency-number';
import type { PlanRequest, PlanStep } from './report-plan';

/** The call that comes before everything; without a target where the country's number is not known. */
export function emergencyStep(request: PlanRequest): PlanStep {
  const number = emergencyNumber(request);
  const { emergency, emergencySource, emergencySeen } = request.country;
  const values = { number: number ?? '' };
  return {
    role: 'emergency',
    body: 'emergency',
    name: number ?? '',
    label: number ? { key: 'plan.emergency', values } : { key: 'plan.emergency-unknown' },
    action: number ? { key: 'plan.action.call', values } : null,
    purpose: { key: request.situation === 'livestream' ? 'plan.purpose.emergency.live' : 'plan.purpose.emergency' },
    need: null,
    target: number ? telephone(number) : null,
    alsoBy: [],
    evidence: emergency[0]?.evidence ?? 'memory',
    source: emergencySource,
    seen: emergencySeen,
    how: [],
    prefilled: null,
    rank: 'main',
  };
}
