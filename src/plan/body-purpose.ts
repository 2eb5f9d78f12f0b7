import type { ReportingBody } from '../catalogue/types';
import type { Message } from '../locales/translate';
import { protects } from './bodies';
import type { Need, PlanRequest } from './report-plan';

/** The line that says what a body is for here. In danger, whoever takes no emergencies comes after the call. */
export function purposeOf(body: ReportingBody, need: Need, request: PlanRequest): Message {
  const { situation, audience, page } = request;
  const child = audience === 'child';
  if (body.purpose) return { key: `plan.purpose.${body.purpose}` };
  if (situation === 'immediate-danger' && need !== 'talk') {
    return { key: need === 'material' ? 'plan.purpose.material-after-the-call' : 'plan.purpose.after-the-call' };
  }
  if (body.role === 'takedown') {
    const alsoForAdults = audience === 'adult' && body.takesGrownUps;
    return { key: `plan.purpose.takedown.${alsoForAdults ? 'adult-or-self' : audience}` };
  }
  if (child && need === 'crisis') return { key: 'plan.purpose.crisis.child' };
  if (child && (need === 'contact' || need === 'own-image' || need === 'live')) {
    return { key: body.childrenMayReport ? 'plan.purpose.contact.child' : 'plan.purpose.with-a-grown-up' };
  }
  if (child && need === 'talk') return { key: 'plan.purpose.talk.child' };
  if (child && need === 'material') return { key: 'plan.purpose.material.child' };
  const hasAddress = page.link !== null && page.kind !== 'message' && situation !== 'in-message';
  if (need === 'material' && !hasAddress && !protects(body)) return { key: 'plan.purpose.material-needs-address' };
  return { key: `plan.purpose.${need}` };
}
