import type { Accepts, ReportingBody, Situation } from '../catalogue/types';
import type { Message } from '../locales/translate';
import { bodiesOf, fallbackBodies, isFor, protects, serves } from './bodies';
import { bodyStep } from './body-step';
import { emergencyNumber } from './emergency-number';
import { localPoliceStep } from './local-police-step';
import { platformStep } from './platform-step';
import type { Need, PlanRequest, PlanStep } from './report-plan';
import { schoolSteps } from './school-step';
import { telephone } from './telephone';

/**
 * What stands at a place in the plan. `protector` the body that protects a child · `police` who deals with a
 * device or a message · `material` who judges web addresses · the others are roles.
 */
type Slot =
  | 'school'
  | 'platform'
  | 'material'
  | 'live'
  | 'protector'
  | 'police'
  | 'takedown'
  | 'crisis'
  | 'more-police'
  | 'hotlines'
  | 'child-protection'
  | 'helplines';

/** The order in which an adult goes (shared design: by what happened); everything not main stands under "More". */
const ORDER: Record<Situation, { main: Slot[]; more: Slot[] }> = {
  'seen-online': {
    main: ['platform', 'material', 'protector'],
    more: ['more-police', 'child-protection', 'helplines'],
  },
  unsure: { main: ['platform', 'material', 'protector'], more: ['more-police', 'child-protection', 'helplines'] },
  'ai-generated': {
    main: ['platform', 'material', 'protector'],
    more: ['more-police', 'child-protection', 'helplines'],
  },
  livestream: {
    main: ['platform', 'live', 'material'],
    more: ['protector', 'more-police', 'child-protection', 'helplines'],
  },
  'in-message': { main: ['platform', 'police', 'protector'], more: ['hotlines', 'child-protection', 'helplines'] },
  'on-device': { main: ['police', 'protector'], more: ['more-police', 'child-protection', 'helplines'] },
  grooming: { main: ['protector', 'platform'], more: ['more-police', 'hotlines', 'child-protection', 'helplines'] },
  blackmail: {
    main: ['protector', 'platform', 'takedown', 'crisis'],
    more: ['more-police', 'hotlines', 'child-protection', 'helplines'],
  },
  'own-image': {
    main: ['takedown', 'protector', 'platform'],
    more: ['hotlines', 'more-police', 'child-protection', 'helplines'],
  },
  'viral-at-school': {
    main: ['school', 'platform', 'material', 'police', 'protector'],
    more: ['child-protection', 'helplines'],
  },
  'immediate-danger': {
    main: [],
    more: ['school', 'protector', 'more-police', 'child-protection', 'platform', 'material', 'helplines'],
  },
};

const CHILD_AFFECTED: Situation[] = [
  'grooming',
  'blackmail',
  'own-image',
  'in-message',
  'on-device',
  'viral-at-school',
];

/** The default record's words for a need, used to find what stands in for a body that a country does not have. */
const FALLBACK: Partial<Record<Need, Accepts>> = {
  material: 'csam-url',
  device: 'csam-on-device',
  contact: 'grooming',
  live: 'livestream',
  'own-image': 'own-image',
};

/**
 * The steps for what happened, in order: who must come first, then the rest under "More".
 * Never empty; no body that refuses the case; no two steps to the same address.
 */
export function planSteps(request: PlanRequest): PlanStep[] {
  const plan = new Steps(request);
  const { situation, audience } = request;
  if (situation === 'immediate-danger') plan.add('main', [emergencyStep(request)]);
  if (audience === 'child') addForChild(plan);
  else addForAdult(plan, ORDER[situation]);
  return plan.steps;
}

function addForAdult(plan: Steps, { main, more }: { main: Slot[]; more: Slot[] }) {
  const { request } = plan;
  if (request.audience === 'school-staff') {
    plan.add(request.situation === 'immediate-danger' ? 'more' : 'main', schoolSteps(request));
  }
  for (const slot of main) plan.fill(slot, 'main');
  for (const slot of more) plan.fill(slot, 'more');
}

/** A child tells one grown-up and may talk to somebody; only bodies that take a child's own report come beside it. */
function addForChild(plan: Steps) {
  const { situation } = plan.request;
  const main = situation === 'immediate-danger' ? 'more' : 'main';
  plan.add(main, schoolSteps(plan.request));
  plan.add(main, plan.helplines().slice(0, 1));
  if (situation === 'own-image' || situation === 'blackmail') plan.add(main, plan.takedown().slice(0, 1));
  plan.fill('protector', main);
  if (!CHILD_AFFECTED.includes(situation) && situation !== 'immediate-danger') plan.fill('material', 'more');
  if (situation === 'livestream' || situation === 'grooming') plan.fill('platform', 'more');
  plan.add('more', plan.helplines().slice(1, 2));
}

function emergencyStep(request: PlanRequest): PlanStep {
  const number = emergencyNumber(request);
  const fact = request.country.emergency[0] ?? request.parentCountry?.emergency[0];
  const values = { number: number ?? '' };
  return {
    role: 'emergency',
    body: 'emergency',
    name: number ?? '',
    label: number ? { key: 'plan.emergency', values } : { key: 'plan.emergency-unknown' },
    action: number ? { key: 'plan.action.call', values } : null,
    purpose: { key: 'plan.purpose.emergency' },
    need: null,
    target: number ? telephone(number) : null,
    alsoBy: [],
    evidence: fact?.evidence ?? 'memory',
    source: request.country.emergencySource,
    seen: request.country.emergencySeen,
    how: [],
    prefilled: null,
    rank: 'main',
  };
}

/** Collects the steps of one plan; the second way to the same body is left out. */
class Steps {
  readonly steps: PlanStep[] = [];
  private readonly bodies: ReportingBody[];
  private readonly taken = new Set<string>();

  constructor(readonly request: PlanRequest) {
    this.bodies = bodiesOf(request);
  }

  add(rank: PlanStep['rank'], steps: (PlanStep | null)[]): boolean {
    let added = false;
    for (const step of steps) {
      if (!step) continue;
      const keys = [step.body, step.target ?? step.body];
      if (keys.some((key) => this.taken.has(key))) continue;
      for (const key of keys) this.taken.add(key);
      this.steps.push({ ...step, rank });
      added = true;
    }
    return added;
  }

  fill(slot: Slot, rank: PlanStep['rank']) {
    const { request } = this;
    const { situation, page } = request;
    switch (slot) {
      case 'school':
        this.add(rank, schoolSteps(request));
        return;
      case 'platform':
        if (request.platform && !(situation === 'viral-at-school' && page.link === null)) {
          this.add(rank, [platformStep(request, request.platform)]);
        }
        return;
      case 'material':
        this.addFirst(rank, this.material());
        return;
      case 'live':
        this.addFirst(
          rank,
          this.offered('live', (body) => protects(body) || body.role === 'hotline'),
        );
        return;
      case 'protector':
        this.protector(rank);
        return;
      case 'police':
        if (!this.add(rank, this.offered('device', (body) => body.role === 'police').slice(0, 1))) {
          this.add(rank, [localPoliceStep(request, 'device')]);
        }
        return;
      case 'takedown':
        this.addFirst(rank, this.takedown());
        return;
      case 'crisis':
        this.add(rank, this.crisis());
        return;
      case 'more-police':
        this.morePolice(rank);
        return;
      case 'hotlines':
        this.add(rank, this.hotlines().slice(0, 2));
        return;
      case 'child-protection':
        this.add(rank, this.childProtection());
        return;
      case 'helplines':
        this.add(rank, this.helplines().slice(0, 3));
    }
  }

  /** The first is the one to go to; the second stands under "More". */
  private addFirst(rank: PlanStep['rank'], steps: PlanStep[]) {
    this.add(rank, steps.slice(0, 1));
    this.add('more', steps.slice(1, 2));
  }

  private step(body: ReportingBody, need: Need): PlanStep | null {
    return bodyStep(body, need, purposeOf(body, need, this.request));
  }

  private offered(need: Need, fits: (body: ReportingBody) => boolean = () => true): PlanStep[] {
    const { situation, audience } = this.request;
    return this.bodies.flatMap((body) => {
      if (!serves(body, need, situation) || !isFor(body, audience) || !fits(body)) return [];
      return this.step(body, need) ?? [];
    });
  }

  private fallback(need: Need, fits: (body: ReportingBody) => boolean): PlanStep[] {
    const accepts = this.request.situation === 'blackmail' && need === 'contact' ? 'sextortion' : FALLBACK[need];
    if (!accepts) return [];
    return fallbackBodies(this.request, accepts).flatMap((body) => {
      if (!serves(body, need, this.request.situation) || !isFor(body, this.request.audience) || !fits(body)) return [];
      return this.step(body, need) ?? [];
    });
  }

  /** Who judges a web address; the default's world-wide form where the country has nobody. */
  private material(): PlanStep[] {
    const own = this.offered('material', (body) => body.role === 'hotline' || body.role === 'regulator');
    const others = own.length > 0 ? own : this.offered('material', protects);
    return others.length > 0 ? others : this.fallback('material', () => true);
  }

  takedown(): PlanStep[] {
    const own = this.offered('own-image', (body) => body.role === 'takedown');
    return [...own, ...this.fallback('own-image', (body) => body.role === 'takedown')];
  }

  /** The body that protects a child first: police or tip line, else a child-protection line, else a hotline. */
  private protector(rank: PlanStep['rank']) {
    const { situation, audience } = this.request;
    const need: Need = situation === 'own-image' ? 'own-image' : 'contact';
    const local = () => localPoliceStep(this.request, 'contact');
    const steps = this.offered(need, protects);
    const contact = steps.length > 0 ? steps : this.offered('contact', protects);
    const [first, second] = contact;
    if (audience === 'child') {
      const alone = contact.find((step) => this.bodies.some((body) => body.id === step.body && body.childrenMayReport));
      if (alone) this.add(rank, [alone]);
      else this.add('more', [first ?? local()]);
      return;
    }
    if (first) {
      // Beside a hotline that only judges addresses, the child's protector is shown at once if a form reaches it.
      const beside = ['seen-online', 'unsure', 'ai-generated', 'viral-at-school'].includes(situation);
      const atOnce = !beside || (first.target?.startsWith('https:') && this.hotlineRefusesContact());
      this.add(atOnce ? rank : 'more', [first]);
      this.add('more', second ? [second] : []);
      return;
    }
    const others = [
      ...this.offered('contact', (body) => body.role === 'child-protection'),
      ...this.offered('contact', (body) => body.role === 'hotline' || body.role === 'regulator'),
    ].slice(0, 1);
    if (CHILD_AFFECTED.includes(situation)) {
      this.add(rank, [...others, local()]);
      this.add(
        'more',
        this.fallback('contact', (body) => body.role === 'hotline'),
      );
    } else this.add('more', [local()]);
  }

  private hotlineRefusesContact(): boolean {
    return this.steps.some(
      (step) =>
        step.need === 'material' &&
        this.bodies.some((body) => body.id === step.body && body.refuses.includes('contact-with-child')),
    );
  }

  private morePolice(rank: PlanStep['rank']) {
    const police = (body: ReportingBody) => body.role === 'police';
    const steps = [...this.offered('device', police), ...this.offered('contact', police)].slice(0, 3);
    this.add(rank, steps);
    if (!this.steps.some((step) => step.role === 'police')) this.add(rank, [localPoliceStep(this.request, 'life')]);
  }

  private hotlines(): PlanStep[] {
    const hotline = (body: ReportingBody) => body.role === 'hotline' || body.role === 'regulator';
    const contact = this.offered(this.request.situation === 'own-image' ? 'own-image' : 'contact', hotline);
    return [...contact, ...this.material()];
  }

  /** The line for a child who is at risk in real life; in the United States the national line that finds it. */
  private childProtection(): PlanStep[] {
    const steps = this.offered('life', (body) => body.role === 'child-protection').slice(0, 2);
    return steps.length > 0 ? steps : this.offered('find');
  }

  private crisis(): PlanStep[] {
    const line = this.offered('crisis').slice(0, 1);
    return line.length > 0 ? line : this.helplines().slice(0, 1);
  }

  helplines(): PlanStep[] {
    const { audience, situation, school } = this.request;
    const helpline = (body: ReportingBody) => body.role === 'helpline';
    const steps: PlanStep[] = (school?.helplines ?? []).flatMap((line, index) => schoolHelpline(line, index));
    if (audience === 'child') {
      const lines = this.offered('talk', helpline);
      const children = (step: PlanStep) => this.bodies.some((body) => body.id === step.body && body.who === 'under-18');
      steps.push(...lines.filter(children), ...lines.filter((step) => !children(step)));
      if (situation === 'blackmail') steps.push(...this.offered('crisis').slice(0, 1));
    } else {
      if (audience === 'school-staff') steps.push(...this.offered('advice'));
      steps.push(...this.offered('talk', helpline));
      if (CHILD_AFFECTED.includes(situation)) steps.push(...this.forTheChild());
      if (situation === 'blackmail') steps.push(...this.offered('crisis').slice(0, 1));
    }
    return steps.length > 0 ? steps : [...this.forTheChild(), ...this.directory()].slice(0, 1);
  }

  /** The line that the child can call, told to the adult who looks after it. */
  private forTheChild(): PlanStep[] {
    return this.bodies
      .flatMap((body) =>
        body.role === 'helpline' && body.who === 'under-18' && serves(body, 'talk', this.request.situation)
          ? (bodyStep(body, 'talk', { key: 'plan.purpose.talk-for-the-child' }) ?? [])
          : [],
      )
      .slice(0, 1);
  }

  private directory(): PlanStep[] {
    const body = this.request.defaultCountry.bodies.find(({ id }) => id === 'default-chi');
    return body ? [this.step(body, 'talk') ?? []].flat() : [];
  }
}

function schoolHelpline(line: { name: string; phone: string | null; link: string | null }, index: number): PlanStep[] {
  const ways = [
    line.phone
      ? { label: { key: 'plan.action.call', values: { number: line.phone } }, target: telephone(line.phone) }
      : null,
    line.link ? { label: { key: 'plan.action.site' }, target: line.link } : null,
  ].filter((way) => way !== null);
  const [first, ...alsoBy] = ways;
  if (!first) return [];
  return [
    {
      role: 'helpline',
      body: `school-helpline-${index + 1}`,
      name: line.name,
      label: { key: 'plan.talk-to', values: { name: line.name } },
      action: first.label,
      purpose: { key: 'plan.purpose.school-helpline' },
      need: null,
      target: first.target,
      alsoBy,
      evidence: 'official',
      source: null,
      seen: null,
      how: [],
      prefilled: null,
      rank: 'more',
    },
  ];
}

/** The line that says what a body is for here. In danger, whoever takes no emergencies comes after the call. */
function purposeOf(body: ReportingBody, need: Need, request: PlanRequest): Message {
  const { situation, audience } = request;
  const child = audience === 'child';
  if (situation === 'immediate-danger' && need !== 'talk' && need !== 'crisis')
    return { key: 'plan.purpose.after-the-call' };
  if (body.role === 'takedown') {
    const who = child ? 'child' : audience === 'school-staff' ? 'staff' : 'adult';
    return { key: `plan.purpose.takedown.${who}` };
  }
  if (need === 'material' && request.page.link === null) return { key: 'plan.purpose.material-needs-address' };
  if (child && need === 'contact') {
    return { key: body.childrenMayReport ? 'plan.purpose.contact.child' : 'plan.purpose.with-a-grown-up' };
  }
  if (child && (need === 'material' || need === 'own-image')) {
    return { key: body.childrenMayReport ? 'plan.purpose.contact.child' : 'plan.purpose.with-a-grown-up' };
  }
  if (child && need === 'talk') return { key: 'plan.purpose.talk.child' };
  if (body.id === 'default-chi') return { key: 'plan.purpose.directory' };
  if (body.id === 'default-cybertipline') return { key: 'plan.purpose.cybertipline-abroad' };
  return { key: `plan.purpose.${need}` };
}
