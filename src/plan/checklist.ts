import { bodyName } from '../catalogue/body-name';
import { emergencyNumber } from '../catalogue/emergency-number';
import { bodyPhone } from '../catalogue/grades';
import type { Audience } from '../catalogue/types';
import { bodiesOf, childLines, fallbackBodies, serves } from './bodies';
import rules from './checklist-lines.json';
import type { ChecklistLine, PlanRequest } from './report-plan';
import { isShown, type KnownHere, type ShownWhen } from './shown-when';

/**
 * One line of the checklist and when it is shown: without `situations` always (a core line). Several rules with one id
 * are its wordings for different places.
 */
export interface ChecklistRule extends ShownWhen {
  /** As docs/safe-wording.md lists it: `P1` … `P9`, `S1` … `S9`, `K1` … `K8` are core; `P-message-2` belongs to a situation. */
  id: string;
  /** Key of the sentence in `checklist.json`. */
  text: string;
  audience: Audience;
  /** Ids in guidance-sources.json; `design` = our own inference, `country` = the country's record. */
  sources: string[];
}

export const CHECKLIST_RULES = rules as ChecklistRule[];

/** The safe-handling checklist: the core lines first, then those for what happened. 5 to 12 lines. */
export function checklist(request: PlanRequest): ChecklistLine[] {
  const number = emergencyNumber(request.country)?.number ?? null;
  const helpline = request.audience === 'child' ? childrensHelpline(request) : null;
  const takedown = ownTakedown(request);
  const known: KnownHere[] = [
    number === null ? 'number-unknown' : 'number-known',
    helpline === null ? 'helpline-unknown' : 'helpline-known',
    takedown === null ? 'own-takedown-unknown' : 'own-takedown-known',
  ];
  const values = {
    number: number ?? '',
    helpline: helpline?.name ?? '',
    helplineNumber: helpline?.number ?? '',
    takedown: takedown ?? '',
  };
  const shown = CHECKLIST_RULES.filter((rule) => rule.audience === request.audience && isShown(rule, request, known));
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
