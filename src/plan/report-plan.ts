import type { Audience, Country, Evidence, PlatformForPlan, Situation } from '../catalogue/types';
import type { DetectedPage } from '../detect/detected-page';
import type { Message } from '../locales/translate';
import type { SchoolContact, SchoolHelpline } from '../policy/school-policy';

export type StepRole =
  | 'emergency'
  | 'platform'
  | 'hotline'
  | 'police'
  | 'child-protection'
  | 'helpline'
  | 'takedown'
  | 'school';

/**
 * What a reporting body is offered for in a plan.
 * `material` a web address of it · `device` it is on a device or was received · `contact` somebody is contacting
 * or pressing a child · `live` it is happening in a livestream · `own-image` a picture of the person or their child ·
 * `life` a child known to be at risk · `talk` somebody to talk to · `crisis` somebody who fears for a life ·
 * `advice` professionals' advice · `find` finds the right line and takes no report itself.
 */
export type Need =
  | 'material'
  | 'device'
  | 'contact'
  | 'live'
  | 'own-image'
  | 'life'
  | 'talk'
  | 'crisis'
  | 'advice'
  | 'find';

/** One way to reach a body: what its button says, and the `https:`, `tel:` or `mailto:` address behind it. */
export interface Way {
  label: Message;
  target: string;
}

/** The first steps are numbered (`main`); the rest stand under "More". */
export type Rank = 'main' | 'more';

/** One numbered step: one body (or the platform) and the one address or number that reaches it. */
export interface PlanStep {
  role: StepRole;
  /** Id of the reporting body, of the platform, or of the school's contact. */
  body: string;
  /** The body's own name, as its record has it. */
  name: string;
  label: Message;
  /** What the button says ("Open form", "Call 101"); null where there is no target. */
  action: Message | null;
  /** One line: what this body is for in this situation. */
  purpose: Message | null;
  /** What the body is offered for here; it never serves a need that it does not accept or that it refuses. */
  need: Need | null;
  /** `https:`, `tel:` or `mailto:`; null where the step is done inside the product. */
  target: string | null;
  /** More ways to reach the same body (phone beside the form). */
  alsoBy: Way[];
  evidence: Evidence;
  source: string | null;
  seen: string | null;
  /** What to do there, in order: the product's own words or message keys. */
  how: HowLine[];
  /** How the target would look filled in with the person's details, when the form documents it; only by explicit choice. */
  prefilled: string | null;
  rank: Rank;
}

/** A line of `how`: a sentence of ours, a label of the product's own kept as it is, or the languages of a form (BCP 47). */
export type HowLine = Message | { text: string } | { languages: readonly string[] };

export interface ChecklistLine {
  /** `P1`, `S3`, `K5`, … as docs/safe-wording.md lists them. */
  id: string;
  text: Message;
  /** Ids in guidance-sources.json (`G1`, `A1`, …), `design` or `country`. */
  sources: string[];
}

/** Where to go when nothing happens. */
export interface FollowUpLine {
  id: string;
  text: Message;
  target: string | null;
  evidence: Evidence;
  source: string | null;
}

export interface ReportPlan {
  page: DetectedPage;
  /** The platform's record name, null for a website that is no known platform. */
  platformName: string | null;
  country: string;
  subdivision: string | null;
  audience: Audience;
  situation: Situation;
  /** The number to call in danger, null where none is known (then the words say "your local emergency number"). */
  emergencyNumber: string | null;
  steps: PlanStep[];
  checklist: ChecklistLine[];
  followUp: FollowUpLine[];
}

/** What a plan is made from. Records come in as arguments, so that the core knows no file and no browser. */
export interface PlanRequest {
  page: DetectedPage;
  /** Record of `page.platform`, null for a website that is no known platform. */
  platform: PlatformForPlan | null;
  /** The person's country, or the default. */
  country: Country;
  /** The record that `country.sameBodiesAs` names, null where it names none. */
  parentCountry: Country | null;
  /** The `ZZ` record. */
  defaultCountry: Country;
  subdivision: string | null;
  audience: Audience;
  situation: Situation;
  school: SchoolForPlan | null;
}

/** What a school's policy adds to a plan. */
export interface SchoolForPlan {
  name: string | null;
  contacts: SchoolContact[];
  reportLink: string | null;
  helplines: SchoolHelpline[];
}
