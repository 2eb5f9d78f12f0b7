import type { AddressGrade, Evidence, ReportingBody, ReportRoute } from './types';

/** From the most certain to the least. */
const ORDER: Evidence[] = ['official', 'third-party', 'code', 'memory'];

/** How uncertain a grade is: 0 = `official` … 3 = `memory`. */
export function doubt(grade: Evidence): number {
  return ORDER.indexOf(grade);
}

/** A grade whose source is a description and not an address counts one lower: nobody can look there. */
export function gradeOf(fact: { evidence: Evidence; source: string | null }): Evidence {
  const { evidence, source } = fact;
  return source === null || /^https?:/.test(source) ? evidence : (ORDER[doubt(evidence) + 1] ?? 'memory');
}

/** The less certain of two grades. */
export function weaker(one: Evidence, other: Evidence): Evidence {
  return doubt(one) < doubt(other) ? other : one;
}

/** An address's grade as a fact's: what was inferred and not seen is known no better than from memory. */
export function asEvidence(grade: AddressGrade): Evidence {
  return grade === 'inferred' ? 'memory' : grade;
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

/** The grade of a body's reporting page: its own, else the body's. */
function reportGrade(body: ReportingBody): AddressGrade {
  return body.reportUrlEvidence ?? gradeOf(body);
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
  if (body.reportUrl) ways.push({ url: body.reportUrl, grade: reportGrade(body), page: 'report' });
  if (body.homeUrl) ways.push({ url: body.homeUrl, grade: body.homeUrlEvidence ?? gradeOf(body), page: 'home' });
  const allowed = ways.filter(({ url, grade }) => mayLink(url, grade));
  return allowed.find(({ grade }) => isWellGraded(grade)) ?? allowed[0] ?? null;
}

/** The grade of a body's numbers: their own, else the body's. */
export function phoneGrade(body: ReportingBody): Evidence {
  return body.phoneEvidence ?? gradeOf(body);
}

/** A number that may be shown: one from memory never is, because nobody can see that it is wrong before they call. */
export function bodyPhone(body: ReportingBody): string | null {
  const number = body.shortCode ?? body.phone;
  return number && phoneGrade(body) !== 'memory' ? number : null;
}

/** A portal of the IWF whose country path nobody has seen: its world-wide form is used instead, as its `notes` say. */
export function isUnseenIwfPortal(body: ReportingBody): boolean {
  return (
    body.operatedBy === 'iwf' &&
    body.reportUrl !== null &&
    !isBareHomePage(body.reportUrl) &&
    !isWellGraded(reportGrade(body))
  );
}
