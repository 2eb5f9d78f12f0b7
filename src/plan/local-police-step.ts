import { bodyAddress, isWellGraded, mayLink } from '../catalogue/grades';
import { telephone } from '../catalogue/telephone';
import type { Need, PlanRequest, PlanStep, Way } from './report-plan';

/**
 * "Your local police", where the facts name no police body for the case: the country's number for what is no
 * emergency if one is known, Europol's list of police pages in the EU, otherwise the words alone.
 */
export function localPoliceStep(request: PlanRequest, need: Need): PlanStep {
  const { country, parentCountry, defaultCountry, audience } = request;
  const parents = country.ownTelephoneNetwork ? [] : (parentCountry?.nonEmergencyPolice ?? []);
  const known = [...country.nonEmergencyPolice, ...parents].find((police) => isWellGraded(police.evidence));
  // The only police of the default record: a list of those of every member state.
  const europol = country.inEuropeanUnion
    ? (defaultCountry.bodies.find(({ role }) => role === 'police') ?? null)
    : null;
  const list = europol && bodyAddress(europol);

  const ways: Way[] = [];
  if (known) {
    const values = { number: known.number };
    ways.push({ label: { key: 'plan.action.call', values }, target: telephone(known.number) });
    if (known.url && mayLink(known.url, known.evidence)) {
      ways.push({ label: { key: 'plan.action.site' }, target: known.url });
    }
  }
  if (list) ways.push({ label: { key: 'plan.action.police-list' }, target: list.url });
  const [first, ...alsoBy] = ways;
  const fact = known ?? europol;
  return {
    role: 'police',
    body: europol ? europol.id : 'local-police',
    name: '',
    label: { key: audience === 'child' ? 'plan.local-police.child' : 'plan.local-police' },
    action: first?.label ?? null,
    purpose: { key: audience === 'child' ? 'plan.purpose.with-a-grown-up' : `plan.purpose.local-police.${need}` },
    need,
    target: first?.target ?? null,
    alsoBy,
    evidence: fact?.evidence ?? 'third-party',
    source: fact?.source ?? null,
    seen: null,
    how: [],
    prefilled: null,
    rank: 'main',
  };
}
