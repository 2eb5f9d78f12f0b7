/**
 * The shapes of the facts. One JSON file a platform (`platforms/<id>.json`) and a country
 * (`countries/<code>.json`); the JSON Schemas beside this file hold the same shapes for editors and tests.
 */

/** How well a fact is known. What each grade may do in the product: `grades.ts`. */
export type Evidence = 'official' | 'third-party' | 'code' | 'memory';

/** The grade of an address; `inferred` = built from the pattern of others and not seen itself. */
export type AddressGrade = Evidence | 'inferred';

/** Where a fact comes from. `seen` is the date of the copy (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), null when it shows none. */
export interface Sourced {
  evidence: Evidence;
  source: string | null;
  seen: string | null;
}

export const PAGE_KINDS = [
  'video',
  'short',
  'post',
  'image',
  'profile',
  'channel',
  'group',
  'live',
  'story',
  'message',
  'comment',
  'file',
  'folder',
  'listing',
  'server',
  'game',
  'audio',
  'playlist',
  'search',
  'home',
  'other',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export const AUDIENCES = ['adult', 'school-staff', 'child'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const SITUATIONS = [
  'seen-online',
  'in-message',
  'on-device',
  'livestream',
  'grooming',
  'blackmail',
  'own-image',
  'ai-generated',
  'viral-at-school',
  'unsure',
  'immediate-danger',
] as const;
export type Situation = (typeof SITUATIONS)[number];

// ---------------------------------------------------------------------------------------------- platforms

/** An address and what must be read from it. A part that is left out must be read as null; `link` left out means: unchanged. */
export interface AddressExample {
  address: string;
  id?: string;
  username?: string;
  link?: string;
}

/**
 * One way a platform builds the addresses of one kind of page. The syntax of `shape` is described in
 * `docs/address-shapes.md`; `where` narrows a placeholder by a regular expression.
 */
export interface AddressShape {
  kind: PageKind;
  shape: string | string[];
  where?: Record<string, string>;
  evidence: Evidence;
  source: string | null;
  examples: AddressExample[];
}

export type RouteType = 'form' | 'help-page' | 'email' | 'in-product' | 'phone';
export type RoutePurpose =
  | 'child-sexual-abuse'
  | 'child-safety'
  | 'any-abuse'
  | 'livestream'
  | 'intimate-image'
  | 'illegal-content-eu-dsa'
  | 'account';

/** A documented way to hand something over to a form in its address. Never used unless the person chooses it. */
export interface Prefill {
  how: string;
  evidence: Evidence;
  source: string | null;
  /** Query parameter → template such as `{link}` or `{id}`; left out where the facts only describe it in words. */
  parameters?: Record<string, string>;
}

/** One official way to report to a platform. `target` may hold `{id}`, `{username}`, `{link}`, `{host}` of the detected page. */
export interface ReportRoute extends Sourced {
  label: string;
  type: RouteType;
  target: string;
  for: RoutePurpose;
  appliesTo: PageKind[];
  /** null = not known. */
  accountNeeded: boolean | null;
  prefill: Prefill | null;
}

/** The path to the report inside the platform's own product, in its own words. */
export interface InProductSteps extends Sourced {
  content: PageKind;
  surface: 'web' | 'app';
  steps: string[];
}

export interface Platform {
  id: string;
  name: string;
  /** Other names and spellings that the platform search must know. */
  otherNames?: string[];
  operator: string;
  status: 'live' | 'closed';
  appOnly: boolean;
  /**
   * Hosts that belong to the platform, subdomains included; `host/path` claims only that part of a shared host.
   * The most specific host or path of all platforms wins.
   */
  hosts: string[];
  /**
   * For software that runs on any server (Mastodon and its kin): the shapes are also tried on hosts that nobody
   * claims. Their `where` must be so strict that nothing else builds such an address.
   */
  anyHost?: boolean;
  /** Host → the host whose shapes also describe it (`"youtube-nocookie.com": "youtube.com"`). */
  aliases?: Record<string, string>;
  /** First path segments (or subdomains, in a `{user}.host` shape) that are never a username, besides `reserved-names.json`. */
  reserved?: string[];
  shapes: AddressShape[];
  /** Addresses that look like this platform's and are not, or that must not be read as one of its shapes. */
  lookAlikes?: string[];
  /** Query parameters that identify the sharer or the campaign and never the content. */
  trackingParams: string[];
  routes: ReportRoute[];
  inProductSteps: InProductSteps[];
  /** null = not known. */
  reportsToNcmec: boolean | null;
  minAge: number | null;
  notes: string;
}

/** The part of a platform's record that a plan needs; the rest (shapes, hosts) has done its work by then. */
export type PlatformForPlan = Pick<Platform, 'id' | 'name' | 'status' | 'appOnly' | 'routes' | 'inProductSteps'>;

// ---------------------------------------------------------------------------------------------- countries

type BodyRole = 'police' | 'hotline' | 'child-protection' | 'helpline' | 'takedown' | 'regulator' | 'education';

/** What a body takes. The research's words, kept. */
export type Accepts =
  | 'csam-url'
  | 'csam-on-device'
  | 'livestream'
  | 'grooming'
  | 'sexual-contact'
  | 'sextortion'
  | 'own-image'
  | 'ai-generated'
  | 'exploitation-offline';

/** What a body refuses, as codes (the words of the research stay beside them in `doesNotAccept`). */
export type Refuses =
  | 'emergencies'
  | 'imagery-links'
  | 'imagery-on-device'
  | 'contact-with-child'
  | 'offline-abuse'
  | 'bystanders'
  | 'adults'
  | 'adult-images'
  | 'under-18-images'
  | 'reports'
  | 'child-in-danger'
  | 'from-abroad';

export interface PhoneNumber {
  number: string;
  for: string;
}

export interface EmergencyNumber {
  number: string;
  for: string;
  evidence: Evidence;
}

export interface PoliceNumber {
  number: string;
  url: string | null;
  evidence: Evidence;
  source: string | null;
  note?: string;
}

/** An organisation that takes a report or helps: hotline, police, child protection, helpline, takedown service. */
export interface ReportingBody extends Sourced {
  id: string;
  name: string;
  /** What people call it in a button ("the IWF"); the name where left out. */
  shortName?: string;
  role: BodyRole;
  reportUrl: string | null;
  reportUrlEvidence?: AddressGrade;
  reportUrlSource?: string;
  reportUrlSeen?: string;
  homeUrl: string | null;
  homeUrlEvidence?: AddressGrade;
  phone: string | null;
  phoneEvidence?: Evidence;
  phoneSource?: string;
  phones?: PhoneNumber[];
  shortCode?: string;
  sms: string | null;
  email: string | null;
  accepts: Accepts[];
  doesNotAccept: string[];
  refuses: Refuses[];
  anonymous: boolean | null;
  who: 'anyone' | 'under-18' | 'over-18' | 'professionals';
  /** The body's own pages say that a child may report alone; left out = not known. */
  childrenMayReport?: boolean;
  hours: string | null;
  formLanguages: string[];
  inhopeMember: boolean;
  operatedBy?: string;
  /** Why a body that takes no report is listed. Such a body is never a step for abuse. */
  listedFor?: string;
  fileUploadOffered?: boolean;
  /**
   * Only where true, of a takedown service: its own pages say that it does not reach private chats such as WhatsApp
   * (guidance-sources.json, G19 and U4).
   */
  notInPrivateChats?: true;
  /**
   * Only where true, of a takedown service for children's pictures: it also takes a grown-up's own picture from
   * childhood, as the pages of StopNCII say of Take It Down (stopncii.org).
   */
  takesGrownUps?: true;
  /**
   * Only where true: a federal tip line. Everything about it reads like police, but nobody there comes to the door, and
   * nobody can bring a device.
   */
  nationalTipLine?: true;
  /** What a plan says the body is for, as `plan.purpose.<purpose>`, where the line for its need does not say it. */
  purpose?: 'directory' | 'cybertipline-abroad';
  notes: string;
  via?: string;
  moreSources?: string[];
}

export interface Subdivision {
  /** ISO 3166-2, such as `US-IA`. */
  code: string;
  name: string;
  bodies: ReportingBody[];
}

export interface Country {
  /** ISO 3166-1 alpha-2, or `ZZ` for the default. */
  code: string;
  name: string;
  /** Other spellings that the country search must know ("UK", "England", "Deutschland"). */
  otherNames?: string[];
  languages: string[];
  /** The police's number first. */
  emergency: EmergencyNumber[];
  emergencySource: string | null;
  emergencySeen: string | null;
  emergencyNote?: string;
  nonEmergencyPolice: PoliceNumber[];
  bodies: ReportingBody[];
  /** The country whose bodies serve this territory too. */
  sameBodiesAs?: string;
  /**
   * The country whose law and regulator hold in this territory too: what the checklist and "if nothing happens" say of
   * that country, they say here. Known from memory; left out where neither says anything of the country.
   */
  sameLawAs?: string;
  /**
   * Beside `sameBodiesAs`, only where true: the territory has a telephone network of its own, from which short and free
   * numbers of that country (Denmark's 114, the Netherlands' 0900) do not connect; pages do. Known from memory, as
   * `sameBodiesAs` is.
   */
  ownTelephoneNetwork?: true;
  /**
   * Only where true: staff of schools have a duty of their own to report to child protection. Its source is that of the
   * checklist's line S8 for the place. Manitoba's duty is another one, to report the material to Cybertip.ca.
   */
  schoolStaffMustReport?: true;
  /**
   * Only where true: a member of the European Union, or one of its outermost regions, where its laws hold too: there the
   * Digital Services Act counts. The members are known from memory; the regions are those that EUR-Lex names
   * (eur-lex.europa.eu/legal-content/EN/TXT/?uri=LEGISSUM:outermost_regions, as far as they have a code of their own).
   */
  inEuropeanUnion?: true;
  /** Situations (as what bodies accept) for which this country has no contact that may be shown. */
  useDefaultFor?: Accepts[];
  /** Only in `ZZ`: for each such situation the ids to use instead, in order; `local-police` is a token, not a body. */
  fallbacks?: Partial<Record<Accepts, string[]>>;
  subdivisions?: Subdivision[];
}
