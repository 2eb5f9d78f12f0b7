import { DEFAULT_COUNTRY } from '../src/catalogue/codes';
import {
  AUDIENCES,
  type Audience,
  type Country,
  type Platform,
  SITUATIONS,
  type Situation,
} from '../src/catalogue/types';
import { type DetectCatalogue, detectPage } from '../src/detect/detect-page';
import { NO_PAGE } from '../src/detect/detected-page';
import { planReport } from '../src/plan/plan-report';
import type { PlanRequest, ReportPlan, SchoolForPlan } from '../src/plan/report-plan';
import { loadCountries, loadDetectCatalogue, loadPlatforms } from './load-catalogue';

/** One case, as a line of a batch says it; `country` may be a subdivision (`US-IA`). */
export interface PlanCase {
  url: string | null;
  platform: string | null;
  country: string;
  audience: Audience;
  situation: Situation;
  school?: SchoolForPlan | null;
}

export interface PlanCatalogue {
  platforms: Map<string, Platform>;
  countries: Map<string, Country>;
  detect: DetectCatalogue;
}

export function loadPlanCatalogue(): PlanCatalogue {
  const platforms = loadPlatforms();
  return {
    platforms: new Map(platforms.map((platform) => [platform.id, platform])),
    countries: new Map(loadCountries().map((country) => [country.code, country])),
    detect: loadDetectCatalogue(platforms),
  };
}

export class CaseError extends Error {}

const DEFAULTS: PlanCase = {
  url: null,
  platform: null,
  country: DEFAULT_COUNTRY,
  audience: 'adult',
  situation: 'seen-online',
};
const KEYS = Object.keys(DEFAULTS);

/** Codes that people and some registers use for a country that has another in ISO 3166. */
const ALSO_CALLED: Record<string, string> = { UK: 'GB', EL: 'GR' };

/** A value as an error names it: a line may be megabytes long, its error is not. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** A code as typed, as the records have it: a part of a country whose record knows no parts is that country. */
function placeCode(country: unknown, countries: PlanCatalogue['countries']): string {
  const typed = typeof country === 'string' ? country.trim().toUpperCase() : '';
  const [, nation = '', part] = /^([A-Z]{2})(-[A-Z0-9]{1,3})?$/.exec(typed) ?? [];
  const code = ALSO_CALLED[nation] ?? nation;
  const record = countries.get(code);
  const parts = record?.subdivisions ?? [];
  if (!record || (part && parts.length > 0 && !parts.some((known) => known.code === code + part))) {
    throw new CaseError(`country ${shown(country)} is not in the catalogue`);
  }
  return part && parts.length > 0 ? code + part : code;
}

function oneOf<Value extends string>(key: string, value: unknown, known: readonly Value[]): Value {
  const found = known.find((name) => name === value);
  if (!found) throw new CaseError(`${key} ${shown(value)} is not one of: ${known.join(', ')}`);
  return found;
}

/**
 * Checks what a caller gave; what is left out comes from `defaults`.
 * @throws CaseError that names the key and what it may be
 */
export function readCase(given: Record<string, unknown>, catalogue: PlanCatalogue, defaults = DEFAULTS): PlanCase {
  const unknown = Object.keys(given).find((key) => !KEYS.includes(key));
  if (unknown) throw new CaseError(`unknown key ${shown(unknown)}; known: ${KEYS.join(', ')}`);
  // `null` says that nothing is known; only a url and a platform can be absent on purpose.
  const said = Object.entries(given).filter(([key, value]) => value !== null || key === 'url' || key === 'platform');
  const { url, platform, country, audience, situation } = { ...defaults, ...Object.fromEntries(said) };
  if (url !== null && (typeof url !== 'string' || !URL.canParse(url))) {
    throw new CaseError(`url ${shown(url)} is not an address such as https://example.org/page`);
  }
  if (platform !== null && !(typeof platform === 'string' && catalogue.platforms.has(platform))) {
    throw new CaseError(`platform ${shown(platform)} is not in the catalogue`);
  }
  return {
    url,
    platform,
    country: placeCode(country, catalogue.countries),
    audience: oneOf('audience', audience, AUDIENCES),
    situation: oneOf('situation', situation, SITUATIONS),
  };
}

/** One line of a batch: a bare address or a JSON object. @throws CaseError */
export function readLine(line: string, catalogue: PlanCatalogue, defaults = DEFAULTS): PlanCase {
  const text = line.trim();
  if (text === '') throw new CaseError('the line is empty');
  if (!/^[{["]/.test(text)) return readCase({ url: text }, catalogue, defaults);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CaseError(`no JSON: ${(error as Error).message.slice(0, 200)}`);
  }
  if (typeof value === 'string') return readCase({ url: value }, catalogue, defaults);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CaseError('a line is an address or a JSON object');
  }
  return readCase(value as Record<string, unknown>, catalogue, defaults);
}

/** The records that a case needs, found in the catalogue. */
export function planRequest(one: PlanCase, catalogue: PlanCatalogue): PlanRequest {
  const country = catalogue.countries.get(one.country.slice(0, 2))!;
  const detected = one.url === null ? NO_PAGE : detectPage(one.url, catalogue.detect);
  const page = { ...detected, platform: detected.platform ?? one.platform };
  return {
    page,
    platform: page.platform === null ? null : catalogue.platforms.get(page.platform)!,
    country,
    parentCountry: country.sameBodiesAs ? (catalogue.countries.get(country.sameBodiesAs) ?? null) : null,
    defaultCountry: catalogue.countries.get(DEFAULT_COUNTRY)!,
    subdivision: one.country.length > 2 ? one.country : null,
    audience: one.audience,
    situation: one.situation,
    school: one.school ?? null,
  };
}

export function planCase(one: PlanCase, catalogue: PlanCatalogue): ReportPlan {
  return planReport(planRequest(one, catalogue));
}
