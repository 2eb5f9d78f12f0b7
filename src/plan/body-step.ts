import { bodyName } from '../catalogue/body-name';
import { asEvidence, bodyAddress, bodyPhone, gradeOf, isWellGraded, phoneGrade, weaker } from '../catalogue/grades';
import { telephone } from '../catalogue/telephone';
import type { ReportingBody, Sourced } from '../catalogue/types';
import type { Message } from '../locales/translate';
import { bodyRemarks } from './body-remarks';
import type { Need, PlanStep, StepRole, Way } from './report-plan';

const TALKING: Need[] = ['talk', 'crisis', 'find', 'advice'];

/** A regulator that takes reports of links does a hotline's work. */
function stepRole(body: ReportingBody): StepRole {
  return body.role === 'regulator' || body.role === 'education' ? 'hotline' : body.role;
}

/** A way with how well it itself is known. */
interface KnownWay extends Way, Sourced {}

/** Whether its reporting page is a form: pages of police and child protection mostly only say how to report. */
function hasForm({ role, hours }: ReportingBody): boolean {
  return (role !== 'police' && role !== 'child-protection') || /^form\b/.test(hours ?? '');
}

/** How a body is reached, or null where nothing may be shown: a step nobody can take helps nobody. */
export function bodyStep(body: ReportingBody, need: Need, purpose: Message): PlanStep | null {
  const address = bodyAddress(body);
  const number = bodyPhone(body);
  const email = body.email && isWellGraded(gradeOf(body)) ? body.email : null;
  const name = bodyName(body);

  const ways: KnownWay[] = [];
  if (address) {
    const isReport = address.page === 'report';
    const reports = isReport && !TALKING.includes(need);
    const key = reports ? (hasForm(body) ? 'plan.action.form' : 'plan.action.report-page') : 'plan.action.site';
    ways.push({
      label: { key },
      target: address.url,
      evidence: asEvidence(address.grade),
      source: (isReport ? body.reportUrlSource : undefined) ?? body.source,
      seen: (isReport ? body.reportUrlSeen : undefined) ?? body.seen,
    });
  }
  if (number) {
    // A voice comes first where somebody needs to talk, for a child at risk, and where no page that was seen takes the
    // report itself.
    const first =
      TALKING.includes(need) ||
      body.role === 'child-protection' ||
      address?.page !== 'report' ||
      !isWellGraded(address.grade);
    ways[first ? 'unshift' : 'push']({
      label: { key: 'plan.action.call', values: { number } },
      target: telephone(number),
      evidence: phoneGrade(body),
      source: body.phoneSource ?? body.source,
      seen: body.seen,
    });
  }
  if (email && need !== 'material') {
    const label = { key: 'plan.action.email', values: { address: email } };
    ways.push({ label, target: `mailto:${email}`, evidence: gradeOf(body), source: body.source, seen: body.seen });
  }
  const [first, ...alsoBy] = ways;
  if (!first) return null;

  const verb = body.role === 'takedown' ? 'plan.use' : TALKING.includes(need) ? 'plan.talk-to' : 'plan.tell';
  return {
    role: stepRole(body),
    body: body.id,
    name,
    label: { key: verb, values: { name } },
    action: first.label,
    purpose,
    need,
    target: first.target,
    alsoBy: alsoBy.map(({ label, target }) => ({ label, target })),
    // A well seen address does not make a body's part in it better known.
    evidence: weaker(first.evidence, body.evidence),
    source: first.source,
    seen: first.seen,
    how: bodyRemarks(body),
    prefilled: null,
    rank: 'more',
  };
}
