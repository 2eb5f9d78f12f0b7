import { bodyName } from '../catalogue/body-name';
import { emergencyNumber } from '../catalogue/emergency-number';
import { bodyPhone } from '../catalogue/grades';
import type { Audience, Situation } from '../catalogue/types';
import { bodiesOf, childLines, fallbackBodies, serves } from './bodies';
import rules from './checklist-lines.json';
import type { ChecklistLine, PlanRequest } from './report-plan';

/** One line of the checklist and when it is shown; several rules with one id are its wordings for different places. */
export interface ChecklistRule {
  /** As in facts/guidance.md: `P1` … `P9`, `S1` … `S9`, `K1` … `K8` are core; `P-message-2` belongs to a situation. */
  id: string;
  /** Key of the sentence in `checklist.json`. */
  text: string;
  audience: Audience;
  /** Left out = always (a core line). */
  situations?: Situation[];
  /** Countries, with the territories under their law, or subdivisions (`CA-MB`) for which the line holds. */
  in?: string[];
  notIn?: string[];
  when?:
    | 'number-known'
    | 'number-unknown'
    | 'helpline-known'
    | 'helpline-unknown'
    | 'own-takedown-known'
    | 'own-takedown-unknown';
  /** Ids of the sources in facts/guidance.md; `design` = our own inference, `country` = the country's record. */
  sources: string[];
}

export const CHECKLIST_RULES = rules as ChecklistRule[];

/** The safe-handling checklist: the core lines first, then those for what happened. 5 to 12 lines. */
export function checklist(request: PlanRequest): ChecklistLine[] {
  const number = emergencyNumber(request.country)?.number ?? null;
  const helpline = request.audience === 'child' ? childrensHelpline(request) : null;
  const takedown = ownTakedown(request);
  const facts = new Set([
    number === null ? 'number-unknown' : 'number-known',
    helpline === null ? 'helpline-unknown' : 'helpline-known',
    takedown === null ? 'own-takedown-unknown' : 'own-takedown-known',
  ]);
  const values = {
    number: number ?? '',
    helpline: helpline?.name ?? '',
    helplineNumber: helpline?.number ?? '',
    takedown: takedown ?? '',
  };
  const { code, sameLawAs } = request.country;
  const places = [code, sameLawAs, request.subdivision];
  const shown = CHECKLIST_RULES.filter(
    (rule) =>
      rule.audience === request.audience &&
      (rule.situations === undefined || rule.situations.includes(request.situation)) &&
      (rule.in === undefined || rule.in.some((place) => places.includes(place))) &&
      !rule.notIn?.some((place) => places.includes(place)) &&
      (rule.when === undefined || facts.has(rule.when)),
  );
  const core = shown.filter((rule) => rule.situations === undefined);
  return [...core, ...shown.filter((rule) => rule.situations !== undefined)].map((rule) => ({
    id: rule.id,
    text: { key: rule.text, values },
    sources: rule.sources,
  }));
}

/** The first line of the country's that a child can call and that has a number. */
function childrensHelpline(request: PlanRequest): { name: string; number: string } | null {
  for (const body of childLines(request)) {
    const number = bodyPhone(body);
    if (number !== null) return { name: bodyName(body), number };
  }
  return null;
}

/** The country's own service for a child's picture, beside the one that serves every country (Take It Down). */
function ownTakedown(request: PlanRequest): string | null {
  const everywhere = fallbackBodies(request, 'own-image').map(({ reportUrl }) => reportUrl);
  const own = bodiesOf(request).find(
    (body) =>
      body.role === 'takedown' && !everywhere.includes(body.reportUrl) && serves(body, 'own-image', 'own-image'),
  );
  return own ? bodyName(own) : null;
}
