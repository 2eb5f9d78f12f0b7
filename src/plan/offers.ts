import { bodyAddress, bodyPhone, isWellGraded } from '../catalogue/grades';
import type { Accepts, ReportingBody, Situation } from '../catalogue/types';
import { bodiesOf, childLines, fallbackBodies, isFor, isPoliceOfThePlace, protects, serves } from './bodies';
import { purposeOf } from './body-purpose';
import { bodyStep } from './body-step';
import type { Need, PlanRequest, PlanStep } from './report-plan';

/** The default record's word for a need, to find what stands in for a body that a country does not have. */
const FALLBACK: Partial<Record<Need, Accepts>> = {
  material: 'csam-url',
  contact: 'grooming',
  'own-image': 'own-image',
};

/** A child whom the person knows is in it: the adult is also told whom the child can call. */
export const CHILD_AFFECTED: Situation[] = [
  'grooming',
  'blackmail',
  'own-image',
  'in-message',
  'on-device',
  'viral-at-school',
];

/** Somebody is in contact with a child, or has been: a hotline that takes contact is of use, with or without a link. */
const CONTACT: Situation[] = ['grooming', 'blackmail', 'own-image', 'livestream'];

/** For these a body that nobody has seen may still be named (by its bare home page), never for a report. */
const MAY_BE_UNSEEN: Need[] = ['talk', 'crisis', 'advice', 'find', 'life'];

const isHotline = (body: ReportingBody) => body.role === 'hotline' || body.role === 'regulator';
const isPolice = (body: ReportingBody) => body.role === 'police';
const isHelpline = (body: ReportingBody) => body.role === 'helpline';
const isCalled = ({ target, alsoBy }: PlanStep) => [target, ...alsoBy.map((way) => way.target)].some(isNumber);
const isNumber = (target: string | null) => target?.startsWith('tel:') ?? false;

/** Whom the person's place has for each need, as steps, best first. Every list may be empty where nothing is said. */
export interface Offers {
  /** Who judges a web address: hotlines, else police, else the default's world-wide form. */
  material(): PlanStep[];
  /** Who takes abuse in a livestream: whoever protects the child, and hotlines. */
  live(): PlanStep[];
  /** Police who take what lies on a device or was received. */
  device(): PlanStep[];
  /** Whoever protects a child: police, or a tip line for every kind of contact with one. */
  protectors(): PlanStep[];
  /** Who else takes contact with a child: the child-protection line, then hotlines, which have no use for a device. */
  otherContact(): PlanStep[];
  /** A hotline abroad that takes contact with a child, for a country that has nobody. */
  contactAbroad(): PlanStep[];
  /** Services that take a child's picture down: the country's own, then the one for every country. */
  takedown(): PlanStep[];
  /** At most three police; where no other are known, one crime tip line (Crimestoppers, one against trafficking). */
  police(): PlanStep[];
  /** Whether there are police to whom a person can go, and a way to reach them. */
  hasPoliceOfThePlace: boolean;
  /** At most two hotlines for what was received or shared. */
  hotlines(): PlanStep[];
  /** The line for a child at risk in real life; in the United States the national line that finds it. */
  childProtection(): PlanStep[];
  /** One line for somebody who fears for a life: one that can be called, if any is known. */
  crisis(): PlanStep[];
  /** Who listens: the child's line for a child, the adult's for an adult; never empty, for a directory stands in. */
  helplines(): PlanStep[];
  /** The first of these whose own pages say that a child may report alone. */
  childMayReport(steps: PlanStep[]): PlanStep | undefined;
  /** Whether the step's body protects a child. */
  takesContact(step: PlanStep | undefined): boolean;
}

/** Whom the person's place has for each need, from its records. */
export function createOffers(request: PlanRequest): Offers {
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

  /** The lines that a child can call: for the child itself, or told to the adult who looks after it. */
  const forTheChild = (purpose: (line: ReportingBody) => string): PlanStep[] => {
    const steps = childLines(request).flatMap((line) => bodyStep(line, 'talk', { key: purpose(line) }) ?? []);
    // A number before an address: somebody answers.
    return [...steps.filter(isCalled), ...steps.filter((step) => !isCalled(step))];
  };

  /** The first line, and the next where it speaks another language (Belgium's Awel and 103). */
  const inTheirLanguage = (lines: PlanStep[]): PlanStep[] => {
    const [first, second] = lines.map((step) => recordOf(step)?.formLanguages ?? []);
    const another = second?.every((language) => !first?.includes(language));
    return lines.slice(0, another && second && second.length > 0 ? 2 : 1);
  };

  const directory = (): PlanStep[] =>
    stepsFor(request.defaultCountry.bodies, 'talk', (body) => isHelpline(body) && body.listedFor === undefined);

  /** The child's helpline for a child, the adult's for an adult; where a child is in it, the child's beside it. */
  const helplines = (): PlanStep[] => {
    const steps: PlanStep[] = [];
    if (audience === 'child') {
      const lines = forTheChild((line) =>
        isHelpline(line) ? 'plan.purpose.talk.child' : 'plan.purpose.at-risk.child',
      );
      const listens = lines.some((step) => step.role === 'helpline');
      steps.push(...(listens ? lines : [...lines.slice(0, 1), ...directory()]));
    } else {
      const child = forTheChild(() => 'plan.purpose.talk-for-the-child');
      if (audience === 'school-staff') steps.push(...offered('advice'));
      steps.push(...offered('talk', isHelpline).slice(0, 2));
      if (CHILD_AFFECTED.includes(situation) || steps.length === 0) steps.push(...inTheirLanguage(child));
    }
    if (situation === 'blackmail') steps.push(...offered('crisis').slice(0, 1));
    return steps.length > 0 ? steps : directory();
  };

  return {
    material,
    helplines,
    live: () => offered('live', (body) => protects(body) || isHotline(body)),
    device: () => offered('device', isPolice),
    protectors: () => {
      const own = situation === 'own-image' ? offered('own-image', protects) : [];
      return own.length > 0 ? own : offered('contact', protects);
    },
    otherContact: () => [
      ...offered('contact', (body) => body.role === 'child-protection'),
      ...(CONTACT.includes(situation) ? offered('contact', isHotline) : []),
    ],
    contactAbroad: () => fallback('contact', isHotline),
    takedown: () => [
      ...offered('own-image', (body) => body.role === 'takedown'),
      ...fallback('own-image', (body) => body.role === 'takedown'),
    ],
    police: () => {
      const police = [
        ...offered('device', isPolice),
        ...offered('contact', (body) => isPolice(body) && protects(body)),
      ];
      return police.length > 0
        ? police.slice(0, 3)
        : offered('life', (body) => isPolice(body) && !protects(body)).slice(0, 1);
    },
    hasPoliceOfThePlace: bodies.some(
      (body) => isPoliceOfThePlace(body) && (bodyPhone(body) !== null || bodyAddress(body) !== null),
    ),
    hotlines: () => {
      const contact = offered(situation === 'own-image' ? 'own-image' : 'contact', isHotline);
      const takesAddress = situation === 'in-message' || (situation === 'own-image' && page.link !== null);
      return [...contact, ...(takesAddress ? material() : [])].slice(0, 2);
    },
    childProtection: () => {
      const steps = offered('life', (body) => body.role === 'child-protection').slice(0, 2);
      return steps.length > 0 ? steps : offered('find').slice(0, 1);
    },
    crisis: () => {
      const lines = [...offered('crisis'), ...helplines()];
      return [lines.find(isCalled) ?? lines[0]].filter((line) => line !== undefined);
    },
    childMayReport: (steps: PlanStep[]) => steps.find((step) => recordOf(step)?.childrenMayReport),
    takesContact: (step: PlanStep | undefined) => {
      const body = recordOf(step);
      return body !== undefined && protects(body);
    },
  };
}
