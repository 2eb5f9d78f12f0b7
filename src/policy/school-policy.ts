import type { Audience } from '../catalogue/types';

/** Where report notes may be kept: until the browser closes, on the device, or nowhere. */
export const NOTE_KEEPING = ['session', 'device', 'off'] as const;
export type NoteKeeping = (typeof NOTE_KEEPING)[number];

/**
 * What a school may hide. The emergency number, the safe-handling line, the official steps, the checklist and the
 * care for the person who saw it are not in this list: a policy can add to the way to help and never take from it.
 */
export const HIDEABLE_SECTIONS = ['audience-switch', 'options', 'notes', 'follow-up', 'sources'] as const;
export type HideableSection = (typeof HIDEABLE_SECTIONS)[number];

/** A named adult at the school. Only the name is always there; a person can also be found by walking to them. */
export interface SchoolContact {
  name: string;
  role: string | null;
  /** As the school writes it, an extension included; `telephone` makes the `tel:` address. */
  phone: string | null;
  email: string | null;
  /** `https:` only. */
  link: string | null;
  hours: string | null;
}

/** A helpline that the school adds; it never replaces a country's own. */
export interface SchoolHelpline {
  name: string;
  phone: string | null;
  /** `https:` only. */
  link: string | null;
  hours: string | null;
}

/**
 * What a school decided, after every value was checked. null = the school did not decide it (or gave a value that
 * could not be used): the person's own choice stands. A lock is only ever true beside a value that it locks.
 */
export interface SchoolPolicy {
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Locks `country` and `subdivision` together. */
  countryLocked: boolean;
  /** ISO 3166-2, always of `country`. */
  subdivision: string | null;
  audience: Audience | null;
  audienceLocked: boolean;
  schoolName: string | null;
  contacts: SchoolContact[];
  /** The school's own words; may hold line breaks. */
  message: string | null;
  /** The school's own reporting page, `https:` only. */
  reportLink: string | null;
  helplines: SchoolHelpline[];
  /** BCP 47, one of the languages that Signpost ships; no screen reads it while there is one alone. */
  language: string | null;
  languageLocked: boolean;
  notes: NoteKeeping | null;
  notesLocked: boolean;
  hiddenSections: HideableSection[];
  /** Whether "I'm staff" is offered. Never where the audience is locked: a lock leaves no way around it. */
  staffSwitch: boolean;
}

/** What holds where no school decides anything. */
export const NO_POLICY: SchoolPolicy = {
  country: null,
  countryLocked: false,
  subdivision: null,
  audience: null,
  audienceLocked: false,
  schoolName: null,
  contacts: [],
  message: null,
  reportLink: null,
  helplines: [],
  language: null,
  languageLocked: false,
  notes: null,
  notesLocked: false,
  hiddenSections: [],
  staffSwitch: true,
};

/** Most characters (code points) that each kind of text may have; what is longer is cut, or left out where a part is useless. */
export const TEXT_LIMITS = { name: 120, hours: 160, message: 600, phone: 40, email: 254, link: 2000 } as const;

/** Most contacts and most helplines: more than a frightened person can choose from helps nobody. */
export const LIST_LIMIT = 10;
