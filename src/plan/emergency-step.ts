import { emergencyNumber } from '../catalogue/emergency-number';
import { telephone } from '../catalogue/telephone';
import type { PlanRequest, PlanStep } from './report-plan';

/** The call that comes before everything; without a target where the country's number is not known. */
export function emergencyStep({ country, situation }: PlanRequest): PlanStep {
  const known = emergencyNumber(country);
  const values = { number: known?.number ?? '' };
  return {
    role: 'emergency',
    body: 'emergency',
    name: values.number,
    label: known ? { key: 'plan.emergency', values } : { key: 'plan.emergency-unknown' },
    action: known ? { key: 'plan.action.call', values } : null,
    purpose: { key: situation === 'livestream' ? 'plan.purpose.emergency.live' : 'plan.purpose.emergency' },
    need: null,
    target: known ? telephone(known.number) : null,
    alsoBy: [],
    evidence: known?.evidence ?? 'memory',
    source: known?.source ?? null,
    seen: known?.seen ?? null,
    how: [],
    prefilled: null,
    rank: 'main',
  };
}
