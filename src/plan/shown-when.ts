import type { Situation } from '../catalogue/types';
import type { PlanRequest } from './report-plan';

/** What is known of the person's place and decides between two wordings of a line. */
export type KnownHere =
  | 'number-known'
  | 'number-unknown'
  | 'helpline-known'
  | 'helpline-unknown'
  | 'own-takedown-known'
  | 'own-takedown-unknown';

/** When a line of the checklist or of "if nothing happens" is shown; what is left out does not narrow it. */
export interface ShownWhen {
  situations?: Situation[];
  /** Countries, with the territories under their law, or subdivisions (`CA-MB`) for which the line holds. */
  in?: string[];
  notIn?: string[];
  when?: KnownHere;
}

/** Whether a line is shown for this request. @param known what is known of the person's place, so far as lines ask */
export function isShown(rule: ShownWhen, request: PlanRequest, known: KnownHere[]): boolean {
  const { code, sameLawAs } = request.country;
  const places = [code, sameLawAs, request.subdivision];
  return (
    (rule.situations === undefined || rule.situations.includes(request.situation)) &&
    (rule.in === undefined || rule.in.some((place) => places.includes(place))) &&
    !rule.notIn?.some((place) => places.includes(place)) &&
    (rule.when === undefined || known.includes(rule.when))
  );
}
