import type { Evidence, ReportingBody, ReportRoute } from './types';

/** The grade of an address; `inferred` = built from the pattern of others and not seen itself. */
export type AddressGrade = Evidence | 'inferred';

const LOWER: Record<Evidence, Evidence> = {
  official: 'third-party',
  'third-party': 'code',
  code: 'memory',
  memory: 'memory',
};

/** A grade whose source is a description and not an address counts one lower (facts/README.md). */
export function gradeOf(fact: { evidence: Evidence; source: string | null }): Evidence {
  return fact.source === null || /^https?:/.test(fact.source) ? fact.evidence : LOWER[fact.evidence];
}

const ORDER: Evidence[] = ['official', 'third-party', 'code', 'memory'];

/** The less certain of two grades. */
export function weaker(one: Evidence, other: Evidence): Evidence {
  return ORDER.indexOf(one) < ORDER.indexOf(other) ? other : one;
}

/** True for grades that may stand alone as a person's step. */
export function isWellGraded(grade: AddressGrade): boolean {
  return grade === 'official' || grade === 'third-party';
}

/** `https://host/` and nothing more: the only kind of address that may be linked without having been seen. */
export function isBareHomePage(address: string): boolean {
  return /^https:\/\/[^/?#]+\/?$/.test(address);
}

/** Whether a plan may ever lead to a route: never to what is about an account, and from memory only to a home page. */
export function isForPlans(route: ReportRoute): boolean {
  return route.for !== 'account' && (gradeOf(route) !== 'memory' || isBareHomePage(route.target));
}

/** Whether an address may be shown to a person as a link. */
export function mayLink(address: string, grade: AddressGrade): boolean {
  return address.startsWith('https://') && (isWellGraded(grade) || isBareHomePage(address));
}

export interface BodyAddress {
  url: string;
  grade: AddressGrade;
  /** `report` = the body's reporting page, `home` = its home page. */
  page: 'report' | 'home';
}

/**
 * The one address of a body that its grades allow: its reporting page, else its home page, else null. A home page that
 * was seen goes before a bare address that nobody saw, even where both are the same.
 */
export function bodyAddress(body: ReportingBody): BodyAddress | null {
  const ways: BodyAddress[] = [];
  if (body.reportUrl)
    ways.push({ url: body.reportUrl, grade: body.reportUrlEvidence ?? gradeOf(body), page: 'report' });
  if (body.homeUrl) ways.push({ url: body.homeUrl, grade: body.homeUrlEvidence ?? gradeOf(body), page: 'home' });
  const allowed = ways.filter(({ url, grade }) => mayLink(url, grade));
  return allowed.find(({ grade }) => isWellGraded(grade)) ?? allowed[0] ?? null;
}

/** A number that may be shown: one from memory never is, because nobody can see that it is wrong before they call. */
export function bodyPhone(body: ReportingBody): string | null {
  const number = body.shortCode ?? body.phone;
  return number && (body.phoneEvidence ?? gradeOf(body)) !== 'memory' ? number : null;
}

/**
 * A portal of the IWF whose country path nobody has seen: its world-wide form is used instead
 * (facts/hotlines.json, notes of those bodies).
 */
export function isUnseenIwfPortal(body: ReportingBody): boolean {
  return (
    body.operatedBy === 'iwf' &&
    body.reportUrl !== null &&
    !isBareHomePage(body.reportUrl) &&
    !isWellGraded(body.reportUrlEvidence ?? gradeOf(body))
  );
}
