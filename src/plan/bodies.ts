import { bodyAddress, bodyPhone, isUnseenIwfPortal, isWellGraded } from '../catalogue/grades';
import type { Accepts, Audience, Refuses, ReportingBody, Situation, Subdivision } from '../catalogue/types';
import type { Need, PlanRequest } from './report-plan';

const ACCEPTED_FOR: Record<Exclude<Need, 'talk' | 'crisis' | 'advice' | 'find'>, Accepts[]> = {
  material: ['csam-url'],
  device: ['csam-on-device'],
  contact: ['grooming', 'sexual-contact'],
  live: ['livestream'],
  'own-image': ['own-image'],
  life: ['exploitation-offline', 'sexual-contact'],
};

const REFUSED_FOR: Record<Need, Refuses[]> = {
  material: ['imagery-links', 'under-18-images', 'reports'],
  device: ['imagery-on-device', 'under-18-images', 'reports'],
  contact: ['contact-with-child', 'reports'],
  live: ['under-18-images', 'reports'],
  'own-image': ['under-18-images', 'reports'],
  life: ['offline-abuse', 'reports'],
  talk: [],
  crisis: [],
  advice: [],
  find: [],
};

const TALK: Accepts[] = ['grooming', 'sexual-contact', 'sextortion', 'own-image', 'exploitation-offline'];

/** What the body must accept to serve a need in a situation: blackmail and AI-made pictures have words of their own. */
function acceptedFor(need: Need, situation: Situation): Accepts[] {
  if (need === 'talk') return TALK;
  if (need === 'crisis' || need === 'advice' || need === 'find') return [];
  if (need === 'contact' && situation === 'blackmail') return ['sextortion'];
  if (need === 'contact' && situation === 'grooming') return ['grooming'];
  if (need === 'own-image' && situation === 'blackmail') return ['sextortion', 'own-image'];
  if (need === 'material' && situation === 'ai-generated') return ['csam-url', 'ai-generated'];
  return ACCEPTED_FOR[need];
}

/** Whether a body takes this need: it accepts one of the things meant, refuses none, and is not listed for something else. */
export function serves(body: ReportingBody, need: Need, situation: Situation): boolean {
  if (body.refuses.some((refused) => REFUSED_FOR[need].includes(refused))) return false;
  if (need === 'crisis') return body.listedFor === 'crisis-support';
  if (need === 'advice') return body.listedFor === 'professional-advice';
  if (body.listedFor) return false;
  if (need === 'find') return body.role === 'helpline' && body.refuses.includes('reports');
  if (situation === 'immediate-danger' && body.refuses.includes('child-in-danger')) return false;
  return acceptedFor(need, situation).some((accepted) => body.accepts.includes(accepted));
}

/** Whether the body is there for this person; a takedown service for a child is used by the parent with the child. */
export function isFor(body: ReportingBody, audience: Audience): boolean {
  if (body.who === 'professionals') return audience === 'school-staff';
  if (audience === 'child') return body.who !== 'over-18';
  return body.role === 'takedown' || (body.who !== 'under-18' && !body.refuses.includes('adults'));
}

/**
 * A body that protects a child: police that take somebody contacting a child (not a crime tip line such as
 * Crimestoppers, nor one against trafficking), or a tip line that takes every kind of contact with a child
 * (NCMEC, Cybertip.ca), not one that only checks web addresses.
 */
export function protects(body: ReportingBody): boolean {
  if (!body.accepts.includes('grooming')) return false;
  return (
    body.role === 'police' ||
    ((body.role === 'hotline' || body.role === 'regulator') && body.accepts.includes('sexual-contact'))
  );
}

/** Police to whom a person can go with a device or a suspicion, not a unit that reads online reports. */
export function isPoliceOfThePlace(body: ReportingBody): boolean {
  return body.role === 'police' && body.accepts.includes('csam-on-device') && !body.nationalTipLine;
}

/**
 * The lines that a child can call: those for children alone, else those for everybody, and where none is known
 * well enough the line for children at risk (India's Childline 1098, Italy's 114), which listens to a child too.
 */
export function childLines(request: PlanRequest): ReportingBody[] {
  const bodies = bodiesOf(request);
  const called = (body: ReportingBody) => bodyPhone(body) !== null;
  const reached = (body: ReportingBody) => called(body) || isWellGraded(bodyAddress(body)?.grade ?? 'memory');
  const lines = bodies.filter(
    (body) => body.role === 'helpline' && serves(body, 'talk', request.situation) && isFor(body, 'child'),
  );
  const forChildrenAlone = lines.filter((body) => body.who === 'under-18');
  const helplines = forChildrenAlone.length > 0 ? forChildrenAlone : lines;
  if (helplines.some(reached)) return helplines;
  const atRisk = bodies.filter(
    (body) =>
      body.role === 'child-protection' &&
      serves(body, 'life', request.situation) &&
      isFor(body, 'child') &&
      called(body),
  );
  return [...helplines, ...atRisk];
}

/** A body across the sea: reached by its pages or an international number, and no police to go to with a device. */
function acrossTheSea({ shortCode: _, phones: __, ...body }: ReportingBody): ReportingBody {
  const accepts = body.accepts.filter((accepted) => body.role !== 'police' || accepted !== 'csam-on-device');
  return { ...body, accepts, phone: body.phone?.startsWith('+') ? body.phone : null, sms: null };
}

function partOfParent({ country, parentCountry }: PlanRequest): Subdivision | undefined {
  return parentCountry?.subdivisions?.find(({ code }) => code === `${parentCountry.code}-${country.code}`);
}

/**
 * The bodies of the person's place: the subdivision's, the country's, then those of the country that serves it too.
 * A subdivision's child-protection line takes the place of the country's general one, its police that of the number
 * they share; the national body for children (CEOP) still comes before local police. None for the default record,
 * whose bodies stand in for what a country lacks.
 */
export function bodiesOf(request: PlanRequest): ReportingBody[] {
  const { country, parentCountry, defaultCountry } = request;
  if (country.code === defaultCountry.code) return [];
  // Puerto Rico is a country of its own in most lists, and a part of the United States in their records.
  const part = country.subdivisions?.find(({ code }) => code === request.subdivision) ?? partOfParent(request);
  const local = part?.bodies ?? [];
  const replaced = (body: ReportingBody) =>
    local.some(
      (near) =>
        near.role === body.role &&
        (body.role === 'child-protection' || (body.phone !== null && near.phone === body.phone)),
    );
  const parents = (parentCountry?.bodies ?? []).map(country.ownTelephoneNetwork ? acrossTheSea : (body) => body);
  const national = [...country.bodies, ...parents].filter((body) => !replaced(body));
  const nearest = local.filter((body) => body.role !== 'police');
  const localPolice = local.filter((body) => body.role === 'police');
  const [worldWide] = fallbackBodies(request, 'csam-url');
  return [...nearest, ...national, ...localPolice].map((body) =>
    worldWide && isUnseenIwfPortal(body) ? worldWide : body,
  );
}

/** The default record's bodies for something for which a country has none; `local-police` is a token and stays out. */
export function fallbackBodies(request: PlanRequest, accepts: Accepts): ReportingBody[] {
  const ids = request.defaultCountry.fallbacks?.[accepts] ?? [];
  return ids.flatMap((id) => request.defaultCountry.bodies.find((body) => body.id === id) ?? []);
}
