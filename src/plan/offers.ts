import { isWellGraded } from '../catalogue/grades';
import type { Accepts, ReportingBody, Situation } from '../catalogue/types';
import type { Message } from '../locales/translate';
import { bodiesOf, fallbackBodies, isFor, protects, serves } from './bodies';
import { bodyStep } from './body-step';
import type { Need, PlanRequest, PlanStep } from './report-plan';

/** The default record's word for a need, to find what stands in for a body that a country does not have. */
const FALLBACK: Partial<Record<Need, Accepts>> = {
  material: 'csam-url',
  contact: 'grooming',
  'own-image': 'own-image',
};

/** A child is in it: the adult is also told whom the child can call. */
const CHILD_AFFECTED: Situation[] = [
  'grooming',
  'blackmail',
  'own-image',
  'in-message',
  'on-device',
  'viral-at-school',
];

/** For these a body that nobody has seen may still be named (by its bare home page), never for a report. */
const MAY_BE_UNSEEN: Need[] = ['talk', 'crisis', 'advice', 'find', 'life'];

const isHotline = (body: ReportingBody) => body.role === 'hotline' || body.role === 'regulator';
const isPolice = (body: ReportingBody) => body.role === 'police';
const isHelpline = (body: ReportingBody) => body.role === 'helpline';

export type Offers = ReturnType<typeof createOffers>;

/** Whom the person's place has for each need, as steps, best first. */
export function createOffers(request: PlanRequest) {
  const { situation, audience, page } = request;
  const bodies = bodiesOf(request);

  const recordOf = (step: PlanStep | undefined) => bodies.find((body) => body.id === step?.body);

  const stepsFor = (from: ReportingBody[], need: Need, fits: (body: ReportingBody) => boolean): PlanStep[] =>
    from
      .filter((body) => serves(body, need, situation) && isFor(body, audience) && fits(body))
      .flatMap((body) => bodyStep(body, need, purposeOf(body, need, request)) ?? []);

  const offered = (need: Need, fits: (body: ReportingBody) => boolean = () => true): PlanStep[] => {
    const steps = stepsFor(bodies, need, fits);
    const known = MAY_BE_UNSEEN.includes(need) ? steps : steps.filter((step) => step.evidence !== 'memory');
    return [
      ...known.filter((step) => isWellGraded(step.evidence)),
      ...known.filter((step) => !isWellGraded(step.evidence)),
    ];
  };

  const fallback = (need: Need, fits: (body: ReportingBody) => boolean = () => true): PlanStep[] => {
    const accepts = situation === 'blackmail' && need === 'contact' ? 'sextortion' : FALLBACK[need];
    return accepts ? stepsFor(fallbackBodies(request, accepts), need, fits) : [];
  };

  /** Who judges a web address; the default's world-wide form where the country has nobody. */
  const material = (): PlanStep[] => {
    const judges = offered('material', isHotline);
    if (judges.length > 0) return judges;
    const police = offered('material', isPolice);
    return police.length > 0 ? police : fallback('material');
  };

  /** The line that the child can call, told to the adult who looks after it. */
  const forTheChild = (): PlanStep[] =>
    bodies
      .filter((body) => isHelpline(body) && body.who === 'under-18' && serves(body, 'talk', situation))
      .flatMap((body) => bodyStep(body, 'talk', { key: 'plan.purpose.talk-for-the-child' }) ?? [])
      .slice(0, 1);

  const directory = (): PlanStep[] =>
    stepsFor(request.defaultCountry.bodies, 'talk', (body) => isHelpline(body) && body.listedFor === undefined);

  /** The child's helpline for a child, the adult's for an adult; where a child is in it, the child's beside it. */
  const helplines = (): PlanStep[] => {
    const lines = offered('talk', isHelpline);
    const steps: PlanStep[] = [];
    if (audience === 'child') {
      const children = lines.filter((step) => recordOf(step)?.who === 'under-18');
      steps.push(...(children.length > 0 ? children : lines));
    } else {
      if (audience === 'school-staff') steps.push(...offered('advice'));
      steps.push(...lines.slice(0, 2));
      if (CHILD_AFFECTED.includes(situation)) steps.push(...forTheChild());
    }
    if (situation === 'blackmail') steps.push(...offered('crisis').slice(0, 1));
    return steps.length > 0 ? steps : [...forTheChild(), ...directory()].slice(0, 1);
  };

  return {
    material,
    helplines,
    live: () => offered('live', (body) => protects(body) || isHotline(body)),
    device: () => offered('device', isPolice),
    /** Police, or a tip line for every kind of contact with a child. */
    protectors: (): PlanStep[] => {
      const own = situation === 'own-image' ? offered('own-image', protects) : [];
      return own.length > 0 ? own : offered('contact', protects);
    },
    /** Who else takes contact with a child: the child-protection line, then hotlines. */
    otherContact: () => [
      ...offered('contact', (body) => body.role === 'child-protection'),
      ...offered('contact', isHotline),
    ],
    contactAbroad: () => fallback('contact', isHotline),
    takedown: () => [
      ...offered('own-image', (body) => body.role === 'takedown'),
      ...fallback('own-image', (body) => body.role === 'takedown'),
    ],
    police: () => [...offered('device', isPolice), ...offered('contact', isPolice)].slice(0, 3),
    hotlines: () => {
      const contact = offered(situation === 'own-image' ? 'own-image' : 'contact', isHotline);
      const takesAddress = situation === 'in-message' || (situation === 'own-image' && page.link !== null);
      return [...contact, ...(takesAddress ? material() : [])].slice(0, 2);
    },
    /** The line for a child at risk in real life; in the United States the national line that finds it. */
    childProtection: () => {
      const steps = offered('life', (body) => body.role === 'child-protection').slice(0, 2);
      return steps.length > 0 ? steps : offered('find').slice(0, 1);
    },
    /** Always somebody who can be called when a life may be at risk. */
    crisis: () => {
      const line = offered('crisis').slice(0, 1);
      return line.length > 0 ? line : helplines().slice(0, 1);
    },
    childMayReport: (steps: PlanStep[]) => steps.find((step) => recordOf(step)?.childrenMayReport),
    takesContact: (step: PlanStep | undefined) => {
      const body = recordOf(step);
      return body !== undefined && protects(body);
    },
  };
}

/** The line that says what a body is for here. In danger, whoever takes no emergencies comes after the call. */
function purposeOf(body: ReportingBody, need: Need, request: PlanRequest): Message {
  const { situation, audience, page } = request;
  const child = audience === 'child';
  if (body.id === 'default-chi') return { key: 'plan.purpose.directory' };
  if (situation === 'immediate-danger' && need !== 'talk') return { key: 'plan.purpose.after-the-call' };
  if (body.role === 'takedown') return { key: `plan.purpose.takedown.${audience}` };
  if (child && (need === 'contact' || need === 'own-image' || need === 'live')) {
    return { key: body.childrenMayReport ? 'plan.purpose.contact.child' : 'plan.purpose.with-a-grown-up' };
  }
  if (child && need === 'talk') return { key: 'plan.purpose.talk.child' };
  if (child && need === 'material') return { key: 'plan.purpose.material.child' };
  const hasAddress = page.link !== null && page.kind !== 'message' && situation !== 'in-message';
  if (need === 'material' && !hasAddress && !protects(body)) return { key: 'plan.purpose.material-needs-address' };
  if (body.id === 'default-cybertipline') return { key: 'plan.purpose.cybertipline-abroad' };
  return { key: `plan.purpose.${need}` };
}
