import type { FormOrder } from '../notes/format-details';
import type { Need, PlanStep } from '../plan/report-plan';

/** Forms of bodies that protect a child ask who it is and what happened before they ask for an address. */
const PERSON_FIRST: readonly (Need | null)[] = ['contact', 'live', 'life', 'own-image'];

/** The order in which a step's form asks for the details. */
export function orderOfForm({ need }: PlanStep): FormOrder {
  return PERSON_FIRST.includes(need) ? 'person-first' : 'address-first';
}
