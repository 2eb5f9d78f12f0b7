import type { DetectedPage } from '../detect/detected-page';
import { formatDetails } from '../notes/format-details';
import type { NotesView } from '../notes/report-notes';
import type { Need, PlanStep } from '../plan/report-plan';

/** Forms of bodies that protect a child ask who it is and what happened before they ask for an address. */
const PERSON_FIRST: readonly (Need | null)[] = ['contact', 'live', 'life', 'own-image'];

/** What a click on a step's button copies, in the order in which that form asks for it. */
export function detailsForStep({ need }: PlanStep, page: DetectedPage, notes: NotesView | null): string {
  return formatDetails(page, notes, PERSON_FIRST.includes(need) ? 'person-first' : 'address-first');
}
