import { asEvidence } from './grades';
import type { Country, Evidence, Platform, ReportingBody } from './types';

/** One link, number or path that Signpost can show, and how it is known. */
export interface Fact {
  /** Where the record is: `youtube/routes/0` (the first that a plan may lead to), `gb/iwf/report`, `gb/childline/phones/116 111`. */
  id: string;
  /** The sentence that names it, with its values; null where `name` alone does. */
  heading: { key: string; values: Record<string, string> } | null;
  /** The platform's, body's or country's own name, and where it is. */
  name: string;
  /** The address, number or path in the product. */
  value: string;
  evidence: Evidence;
  source: string | null;
  seen: string | null;
}

export interface FactRecords {
  platforms: Pick<Platform, 'id' | 'name' | 'routes' | 'inProductSteps'>[];
  countries: Country[];
}

/**
 * Every link, number and path of the catalogue as one list, with the grade as its record has it: platforms first, then
 * countries in the order given.
 */
export function listFacts({ platforms, countries }: FactRecords): Fact[] {
  return [...platforms.flatMap(factsOfPlatform), ...countries.flatMap(factsOfCountry)];
}

function factsOfPlatform({ id, name, routes, inProductSteps }: FactRecords['platforms'][number]): Fact[] {
  return [
    ...routes.map(({ target, evidence, source, seen }, at) => ({
      id: `${id}/routes/${at}`,
      heading: null,
      name,
      value: target,
      evidence,
      source,
      seen,
    })),
    ...inProductSteps.map(({ steps, surface, evidence, source, seen }, at) => ({
      id: `${id}/inProductSteps/${at}`,
      heading: { key: 'options.facts.in-product', values: { name, surface } },
      name,
      value: steps.join(' → '),
      evidence,
      source,
      seen,
    })),
  ];
}

function factsOfCountry(country: Country): Fact[] {
  const code = country.code.toLowerCase();
  const { name } = country;
  return [
    ...country.emergency.map(({ number, evidence }) => ({
      id: `${code}/emergency/${number}`,
      heading: { key: 'options.facts.emergency', values: { country: name } },
      name,
      value: number,
      evidence,
      source: country.emergencySource,
      seen: country.emergencySeen,
    })),
    ...country.nonEmergencyPolice.map(({ number, evidence, source }) => ({
      id: `${code}/police/${number}`,
      heading: { key: 'options.facts.police', values: { country: name } },
      name,
      value: number,
      evidence,
      source,
      seen: null,
    })),
    ...country.bodies.flatMap((body) => factsOfBody(body, code, name)),
    ...(country.subdivisions ?? []).flatMap((part) =>
      part.bodies.flatMap((body) => factsOfBody(body, part.code.toLowerCase(), part.name)),
    ),
  ];
}

function factsOfBody(body: ReportingBody, code: string, place: string): Fact[] {
  const { evidence, source, seen, phone, shortCode = null, phones = [] } = body;
  const known = { evidence, source, seen };
  const phoneKnown = { evidence: body.phoneEvidence ?? evidence, source: body.phoneSource ?? source };
  const further = phones.map(({ number }) => number).filter((number) => number !== phone && number !== shortCode);
  const fact = (what: string, value: string | null, own: Partial<Pick<Fact, 'evidence' | 'source' | 'seen'>> = {}) =>
    value === null
      ? []
      : [{ id: `${code}/${body.id}/${what}`, heading: null, name: `${body.name} (${place})`, value, ...known, ...own }];
  return [
    ...fact('report', body.reportUrl, {
      evidence: asEvidence(body.reportUrlEvidence ?? evidence),
      source: body.reportUrlSource ?? source,
      seen: body.reportUrlSeen ?? seen,
    }),
    ...fact('home', body.homeUrl, { evidence: asEvidence(body.homeUrlEvidence ?? evidence) }),
    ...fact('phone', phone, phoneKnown),
    ...fact('shortCode', shortCode, phoneKnown),
    ...further.flatMap((number) => fact(`phones/${number}`, number, phoneKnown)),
    ...fact('sms', body.sms),
    ...fact('email', body.email),
  ];
}
