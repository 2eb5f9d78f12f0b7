import { bodyAddress, bodyPhone, gradeOf, isWellGraded } from '../catalogue/grades';
import type { ReportingBody } from '../catalogue/types';
import type { Message } from '../locales/translate';
import type { Need, PlanStep, StepRole } from './report-plan';
import { telephone } from './telephone';

const TALKING: Need[] = ['talk', 'crisis', 'find'];

/** A regulator that takes reports of links does a hotline's work. */
export function stepRole(body: ReportingBody): StepRole {
  return body.role === 'regulator' || body.role === 'education' ? 'hotline' : body.role;
}

/** How a body is reached, or null where nothing may be shown: a step nobody can take helps nobody. */
export function bodyStep(body: ReportingBody, need: Need, purpose: Message): PlanStep | null {
  const address = bodyAddress(body);
  const number = bodyPhone(body);
  const email = body.email && isWellGraded(gradeOf(body)) ? body.email : null;
  const name = body.shortName ?? body.name;

  const ways: { label: Message; target: string }[] = [];
  if (address) {
    const key = address.page === 'report' && !TALKING.includes(need) ? 'plan.action.form' : 'plan.action.site';
    ways.push({ label: { key }, target: address.url });
  }
  const calls = number ? [{ label: { key: 'plan.action.call', values: { number } }, target: telephone(number) }] : [];
  // A voice comes first where somebody needs to talk, and where there is no page for the report itself.
  if (TALKING.includes(need) || address?.page !== 'report') ways.unshift(...calls);
  else ways.push(...calls);
  if (email && need !== 'material') {
    ways.push({ label: { key: 'plan.action.email', values: { address: email } }, target: `mailto:${email}` });
  }
  const [first, ...alsoBy] = ways;
  if (!first) return null;

  return {
    role: stepRole(body),
    body: body.id,
    name,
    label: { key: TALKING.includes(need) ? 'plan.talk-to' : 'plan.tell', values: { name } },
    action: first.label,
    purpose,
    need,
    target: first.target,
    alsoBy,
    evidence: body.evidence,
    source: body.source,
    seen: body.seen,
    how: body.fileUploadOffered ? [{ key: 'plan.how.no-files' }] : [],
    prefilled: null,
    rank: 'more',
  };
}
