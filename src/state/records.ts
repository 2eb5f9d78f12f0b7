import {
  codes,
  firsts as countryFirsts,
  loaders as countryLoaders,
  subdivisions,
} from 'virtual:signpost/country-shards';
import defaultCountry from 'virtual:signpost/default-country';
import { anyHost, claims } from 'virtual:signpost/host-index';
import { firsts as platformFirsts, loaders as platformLoaders } from 'virtual:signpost/platform-shards';
import type { Country, PlatformForPlan } from '../catalogue/types';
import type { CompiledPlatform, HostIndex } from '../detect/compiled-catalogue';
import { pageElsewhere } from '../detect/detect-page';
import { type DetectedPage, NO_PAGE } from '../detect/detected-page';
import { claimsIn } from '../detect/host-index';
import { matchHost } from '../detect/match-host';
import { readAddress } from '../detect/read-address';
import { createPageReader, readPage } from '../detect/read-page';
import { LANGUAGES } from '../locales/languages';
import type { KnownCodes } from '../policy/parse-policy';

const hostIndex: HostIndex = { claims: claimsIn(claims), anyHost };

export interface PageWithPlatform {
  page: DetectedPage;
  /** Number of the platform's record; null for a website that is no known platform. */
  number: number | null;
  platform: PlatformForPlan | null;
}

/** The codes that a school's policy may use. */
export function knownCodes(): KnownCodes {
  return {
    countries: new Set(codes),
    subdivisions: new Set(subdivisions),
    languages: new Set(LANGUAGES),
  };
}

/** Detects a page; loads the one shard that holds its platform. */
export async function detectAddress(address: string | null): Promise<PageWithPlatform> {
  const web = address === null ? null : readAddress(address);
  if (!web) return { page: NO_PAGE, number: null, platform: null };
  const match = matchHost(web, hostIndex);
  if (match) {
    const compiled = await loadCompiled(match.platform);
    return {
      page: readPage(web, match, createPageReader(compiled)),
      number: match.platform,
      platform: compiled.record,
    };
  }
  const { page, platform: number } = pageElsewhere(web, hostIndex);
  if (number === null) return { page: { ...page, platform: null }, number, platform: null };
  const { record } = await loadCompiled(number);
  return { page: { ...page, platform: record.id }, number, platform: record };
}

export async function loadPlatform(number: number): Promise<PlatformForPlan> {
  return (await loadCompiled(number)).record;
}

/** A country's record; that of the default for a code nobody knows. */
export async function loadCountry(code: string): Promise<Country> {
  const number = codes.indexOf(code);
  return number < 0 ? defaultCountry : loadFrom(countryLoaders, countryFirsts, number);
}

function loadCompiled(number: number): Promise<CompiledPlatform> {
  return loadFrom(platformLoaders, platformFirsts, number);
}

/** Every record, for the table of facts. */
export async function loadEverything(): Promise<{ platforms: PlatformForPlan[]; countries: Country[] }> {
  const [platforms, countries] = await Promise.all([loadAll(platformLoaders), loadAll(countryLoaders)]);
  return { platforms: platforms.map(({ record }) => record), countries: [...countries, defaultCountry] };
}

async function loadAll<Item>(loaders: (() => Promise<{ default: Item[] }>)[]): Promise<Item[]> {
  return (await Promise.all(loaders.map((load) => load()))).flatMap(({ default: items }) => items);
}

async function loadFrom<Item>(
  loaders: (() => Promise<{ default: Item[] }>)[],
  firsts: number[],
  number: number,
): Promise<Item> {
  let shard = 0;
  while (shard + 1 < firsts.length && firsts[shard + 1]! <= number) shard++;
  const { default: items } = await loaders[shard]!();
  return items[number - firsts[shard]!]!;
}
