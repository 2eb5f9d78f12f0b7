import { telephone } from '../catalogue/telephone';
import type { SchoolContact } from '../policy/school-policy';
import type { PlanRequest, PlanStep, Way } from './report-plan';

function ways(contact: Pick<SchoolContact, 'phone' | 'email' | 'link'>): Way[] {
  const { phone, email, link } = contact;
  return [
    link ? [{ label: { key: 'plan.action.site' }, target: link }] : [],
    phone ? [{ label: { key: 'plan.action.call', values: { number: phone } }, target: telephone(phone) }] : [],
    email ? [{ label: { key: 'plan.action.email', values: { address: email } }, target: `mailto:${email}` }] : [],
  ].flat();
}

const SCHOOL_STEP: Pick<PlanStep, 'role' | 'need' | 'evidence' | 'source' | 'seen' | 'how' | 'prefilled' | 'rank'> = {
  role: 'school',
  need: null,
  evidence: 'official',
  source: null,
  seen: null,
  how: [],
  prefilled: null,
  rank: 'main',
};

/**
 * The school's own people first: the contacts of its policy, else one plain line ("tell a grown-up", "tell your
 * safeguarding lead"). For a parent only where the policy names somebody, or it goes round the school.
 */
export function schoolSteps(request: PlanRequest): PlanStep[] {
  const { audience, situation, school } = request;
  const steps = (school?.contacts ?? []).map((contact, index): PlanStep => {
    const [first, ...alsoBy] = ways(contact);
    return {
      ...SCHOOL_STEP,
      body: index === 0 ? 'school' : `school-${index + 1}`,
      name: contact.name,
      label: contact.role
        ? { key: 'plan.school.contact-with-role', values: { name: contact.name, role: contact.role } }
        : { key: 'plan.tell', values: { name: contact.name } },
      action: first?.label ?? null,
      purpose: contact.hours
        ? { key: `plan.purpose.school-hours.${audience}`, values: { hours: contact.hours } }
        : { key: `plan.purpose.school.${audience}` },
      target: first?.target ?? null,
      alsoBy,
    };
  });
  if (school?.reportLink && !steps.some((known) => known.target === school.reportLink)) {
    steps.push({
      ...SCHOOL_STEP,
      body: 'school-report',
      name: school.name ?? '',
      label: { key: 'plan.school.report-form' },
      action: { key: 'plan.action.form' },
      purpose: { key: `plan.purpose.school.${audience}` },
      target: school.reportLink,
      alsoBy: [],
    });
  }
  if (steps.length > 0) return steps;
  if (audience === 'adult' && situation !== 'viral-at-school') return [];
  return [
    {
      ...SCHOOL_STEP,
      body: audience === 'child' ? 'trusted-adult' : 'safeguarding-lead',
      name: '',
      label: { key: `plan.school.plain.${audience}` },
      action: null,
      purpose: { key: `plan.purpose.school.${audience}` },
      target: null,
      alsoBy: [],
    },
  ];
}

/** Whether a step came from a school's policy and not from the records. */
export function isOfSchool({ body }: PlanStep): boolean {
  return body === 'school' || body.startsWith('school-');
}

/** The helplines that the school chose; they are added to the country's own and replace none. */
export function schoolHelplines({ school }: PlanRequest): PlanStep[] {
  return (school?.helplines ?? []).flatMap(({ name, phone, link, hours }, index) => {
    const [first, ...alsoBy] = ways({ phone, link, email: null });
    if (!first) return [];
    return {
      ...SCHOOL_STEP,
      role: 'helpline',
      body: `school-helpline-${index + 1}`,
      name,
      label: { key: 'plan.talk-to', values: { name } },
      action: first.label,
      purpose: hours
        ? { key: 'plan.purpose.school-helpline-hours', values: { hours } }
        : { key: 'plan.purpose.school-helpline' },
      target: first.target,
      alsoBy,
    };
  });
}
