import { firsts as placeFirsts, loaders as placeLoaders } from 'virtual:signpost/country-shards';
import packedDefault from 'virtual:signpost/default-country';
import writtenClaims from 'virtual:signpost/host-index';
import { firsts as platformFirsts, loaders as platformLoaders } from 'virtual:signpost/platform-shards';
import { isPartOf } from '../catalogue/codes';
import { type PackedPlace, unpackPlace } from '../catalogue/left-out';
import type { Country, PlatformForPlan, Subdivision } from '../catalogue/types';
import type { CompiledPlatform } from '../detect/compiled-catalogue';
import { type DetectedPage, NO_PAGE } from '../detect/detected-page';
import { claimsIn } from '../detect/host-index';
import { matchHost } from '../detect/match-host';
import { unpackPlatform } from '../detect/packed-platform';
import { readAddress } from '../detect/read-address';
import { createPageReader, readPage } from '../detect/read-page';

const claims = claimsIn(writtenClaims);
const defaultCountry: Country = unpackPlace(packedDefault);

/** Whether this is the code of a part of a country. */
export const isPart = (code: string) => code.includes('-');

export interface PageWithPlatform {
  page: DetectedPage;
  /** Number of the platform's record; null for a website that is no known platform. */
  number: number | null;
  platform: PlatformForPlan | null;
}

/** Detects a page; loads the one shard that holds its platform. */
export async function detectAddress(address: string | null): Promise<PageWithPlatform> {
  const web = address === null ? null : readAddress(address);
  if (!web) return { page: NO_PAGE, number: null, platform: null };
  for (let match = matchHost(web, claims); match; match = matchHost(web, claims, match)) {
    const compiled = await loadCompiled(match.platform);
    // The index knows hosts by a short mark alone; the record knows its own.
    if (!(match.host in compiled.hosts)) continue;
    return {
      page: readPage(web, match, createPageReader(compiled)),
      number: match.platform,
      platform: compiled.record,
    };
  }
  const { readElsewhere } = await import('./read-elsewhere');
  const { page, platform: number } = readElsewhere(web);
  if (number === null) return { page: { ...page, platform: null }, number, platform: null };
  const { record } = await loadCompiled(number);
  return { page: { ...page, platform: record.id }, number, platform: record };
}

export async function loadPlatform(number: number): Promise<PlatformForPlan> {
  return (await loadCompiled(number)).record;
}

/**
 * A country's record; that of the default for a code nobody knows.
 * @param subdivision the one part of the country (`US-IA`) that the record is to hold; null for none
 */
export async function loadCountry(code: string, subdivision: string | null): Promise<Country> {
  if (code === defaultCountry.code || isPart(code)) return defaultCountry;
  const [country, part] = await Promise.all([
    loadPlace(code),
    subdivision && isPartOf(subdivision, code) ? loadPlace(subdivision) : null,
  ]);
  if (!country) return defaultCountry;
  return {
    ...unpackPlace<Country>(country as PackedPlace),
    subdivisions: part ? [unpackPlace(part as PackedPlace<Subdivision>)] : [],
  };
}

async function loadPlace(code: string): Promise<PackedPlace | PackedPlace<Subdivision> | null> {
  const { default: places } = await placeLoaders[shardOf(code, placeFirsts)]!();
  return places.find((place) => place.code === code) ?? null;
}

async function loadCompiled(number: number): Promise<CompiledPlatform> {
  const shard = shardOf(number, platformFirsts);
  const { default: platforms } = await platformLoaders[shard]!();
  return unpackPlatform(platforms[number - platformFirsts[shard]!]!);
}

/** The shard that holds a record, if any does. */
function shardOf<Key extends number | string>(key: Key, firsts: readonly Key[]): number {
  let shard = 0;
  while (shard + 1 < firsts.length && firsts[shard + 1]! <= key) shard++;
  return shard;
}
