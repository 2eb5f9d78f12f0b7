import type { Situation } from '../catalogue/types';
import { emergencyStep } from './emergency-step';
import { localPoliceStep } from './local-police-step';
import { CHILD_AFFECTED, createOffers, type Offers } from './offers';
import { isWithoutForm, platformStep } from './platform-step';
import type { PlanRequest, PlanStep, Rank } from './report-plan';
import { schoolHelplines, schoolSteps } from './school-step';
import { createStepList, type StepList } from './step-list';

/**
 * What stands at a place in the plan. `emergency`, `school`, `platform` are steps of their own; the others are what
 * `Offers` says: `protector` the body that protects a child · `police` who deals with a device or a message ·
 * `more-police` further police, or the local ones · `material` who judges web addresses · `hotlines` who takes what was
 * received or shared · `live`, `takedown`, `crisis`, `child-protection`, `helplines`.
 */
type Slot =
  | 'emergency'
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

interface Order {
  main: Slot[];
  more: Slot[];
}

const ON_A_PAGE: Order = {
  main: ['platform', 'material', 'protector'],
  more: ['more-police', 'child-protection', 'helplines'],
};

/** The order in which an adult goes, by what happened (what the bodies say of it: guidance-sources.json). */
const ORDER: Record<Situation, Order> = {
  'seen-online': ON_A_PAGE,
  unsure: ON_A_PAGE,
  'ai-generated': ON_A_PAGE,
  livestream: {
    main: ['emergency', 'platform', 'live', 'material'],
    more: ['protector', 'more-police', 'child-protection', 'helplines'],
  },
  'in-message': {
    main: ['platform', 'police', 'protector'],
    more: ['hotlines', 'more-police', 'child-protection', 'helplines'],
  },
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
    more: ['more-police', 'child-protection', 'helplines'],
  },
  'immediate-danger': {
    main: [],
    more: ['school', 'protector', 'more-police', 'child-protection', 'platform', 'material', 'helplines'],
  },
};

/** Who protects the child stands among the first steps even where the country names no such body. */
const AT_RISK: Situation[] = [...CHILD_AFFECTED, 'livestream'];
/** Where who judges addresses is of no use without one. */
const NEEDS_A_PAGE: Situation[] = ['viral-at-school', 'immediate-danger'];
/** Where a child may go to a body alone, if that body's own pages say so. */
const REPORTS_ALONE: Situation[] = ['grooming', 'blackmail', 'own-image', 'in-message'];

/**
 * The steps for what happened, in order: who must come first, then the rest under "More".
 * Never empty; no body that refuses the case; no two steps to the same address.
 */
export function planSteps(request: PlanRequest): PlanStep[] {
  const draft: Draft = { request, offers: createOffers(request), list: createStepList() };
  const { situation, audience } = request;
  if (situation === 'immediate-danger') draft.list.add('main', [emergencyStep(request)]);
  if (audience === 'child') {
    addForChild(draft);
  } else {
    if (audience === 'school-staff')
      draft.list.add(situation === 'immediate-danger' ? 'more' : 'main', schoolSteps(request));
    const order = ORDER[situation];
    for (const slot of order.main) fill(slot, 'main', draft);
    if (audience === 'school-staff' && AT_RISK.includes(situation) && request.country.schoolStaffMustReport) {
      // Their own duty is a step, not only a line of the checklist.
      fill('child-protection', 'main', draft);
    }
    for (const slot of order.more) fill(slot, 'more', draft);
  }
  return bodyBeforeMenus(draft.list.ordered());
}

/** A platform that no form reaches does not lead: a path through its menus comes after the first body of the plan. */
function bodyBeforeMenus(steps: PlanStep[]): PlanStep[] {
  const body = steps.findIndex(({ need, rank }) => need && rank === 'main');
  const platform = steps.findIndex(isWithoutForm);
  if (platform >= 0 && platform < body) steps.splice(body, 0, ...steps.splice(platform, 1));
  return steps;
}

/** The plan while it is being made: what it is made from, and the steps so far. */
interface Draft {
  request: PlanRequest;
  offers: Offers;
  list: StepList;
}

/** A child tells one grown-up and may talk to somebody; only bodies that take a child's own report come beside it. */
function addForChild(draft: Draft) {
  const { request, offers, list } = draft;
  const { situation } = request;
  const rank = situation === 'immediate-danger' ? 'more' : 'main';
  // One named adult and one helpline: a longer list is a choice that a frightened child would have to make.
  const [adult, ...adults] = schoolSteps(request);
  list.add(rank, adult ? [adult] : []);
  const [helpline, ...helplines] = offers.helplines();
  list.add(rank, helpline ? [helpline] : []);
  if (situation === 'livestream') list.add('main', [emergencyStep(request)]);
  list.add('more', adults);
  if (situation === 'own-image' || situation === 'blackmail') list.add(rank, offers.takedown().slice(0, 1));

  const bodies = offers.protectors();
  const alone = offers.childMayReport(bodies);
  if (alone) list.add(REPORTS_ALONE.includes(situation) ? 'main' : 'more', [alone]);
  else list.add('more', [bodies[0] ?? localPoliceStep(request, 'contact')]);

  if (!AT_RISK.includes(situation) && situation !== 'immediate-danger') fill('material', 'more', draft);
  if (situation !== 'on-device' && situation !== 'immediate-danger') fill('platform', 'more', draft);
  list.add('more', [...helplines.slice(0, 1), ...schoolHelplines(request)]);
}

function fill(slot: Slot, rank: Rank, draft: Draft) {
  const { request, offers, list } = draft;
  const { page, platform, situation } = request;
  switch (slot) {
    case 'emergency':
      list.add(rank, [emergencyStep(request)]);
      break;
    case 'school':
      list.add(rank, schoolSteps(request));
      break;
    case 'platform':
      // What goes round a school goes by message: the platform comes in where a page is known.
      if (platform && !(situation === 'viral-at-school' && page.link === null)) {
        list.add(rank, [platformStep(request, platform)]);
      }
      break;
    case 'material':
      if (page.link !== null || !NEEDS_A_PAGE.includes(situation)) addJudges(rank, draft);
      break;
    case 'live': {
      // Who protects the child and who judges the address: both are in a hurry here.
      const bodies = offers.live();
      list.add(rank, bodies.slice(0, 2));
      if (bodies.length === 0) list.add(rank, [...offers.protectors(), ...offers.otherContact()].slice(0, 1));
      break;
    }
    case 'protector':
      addProtector(rank, draft);
      break;
    case 'police': {
      if (isOnAPage(request)) break;
      const [police] = offers.device();
      list.add(rank, [police ?? localPoliceStep(request, 'device')]);
      break;
    }
    case 'takedown':
      list.addFirst(rank, offers.takedown());
      break;
    case 'crisis':
      list.add(rank, offers.crisis());
      break;
    case 'more-police':
      list.add(rank, offers.police());
      if (!offers.hasPoliceOfThePlace) list.add(rank, [localPoliceStep(request, 'life')]);
      break;
    case 'hotlines':
      list.add(rank, offers.hotlines());
      break;
    case 'child-protection':
      list.add(rank, offers.childProtection());
      break;
    case 'helplines':
      list.add(rank, [...offers.helplines().slice(0, 3), ...schoolHelplines(request)]);
  }
}

/** What goes round a school goes by message, unless the page is known. */
function isOnAPage({ page, situation }: PlanRequest): boolean {
  return situation === 'viral-at-school' && page.link !== null;
}

/** A hotline that only takes addresses is no first step for a chat that has none. */
function addJudges(rank: Rank, { request, offers, list }: Draft) {
  const judges = offers.material();
  const needsAddress = request.page.kind === 'message' && !offers.takesContact(judges[0]);
  list.addFirst(needsAddress ? 'more' : rank, judges);
}

/** The body that protects a child; where the country names none, whoever takes the case and the local police. */
function addProtector(rank: Rank, { request, offers, list }: Draft) {
  const { situation } = request;
  const bodies = offers.protectors();
  const [first] = bodies;
  if (AT_RISK.includes(situation)) {
    if (first) {
      list.addFirst(rank, bodies);
      return;
    }
    // What lies on a device was done to somebody: the line for a child at risk, not one that takes contact online.
    list.add(rank, (situation === 'on-device' ? offers.childProtection() : offers.otherContact()).slice(0, 1));
    // On a page that anybody can open, the platform and the hotline come before a visit to the police.
    list.add(isOnAPage(request) ? 'more' : rank, [localPoliceStep(request, 'contact')]);
    if (situation !== 'on-device') list.add('more', offers.contactAbroad());
    return;
  }
  // Beside a hotline that only judges addresses, the child's protector stands at once if a form reaches it.
  const atOnce =
    first?.target?.startsWith('https:') && !offers.takesContact(list.find((step) => step.need === 'material'));
  list.add(atOnce ? rank : 'more', [first ?? localPoliceStep(request, 'contact')]);
  list.add('more', bodies.slice(1, 2));
}
