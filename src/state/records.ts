import { firsts as placeFirsts, loaders as placeLoaders } from 'virtual:signpost/country-shards';
import packedDefault from 'virtual:signpost/default-country';
import writtenClaims from 'virtual:signpost/host-index';
import { firsts as platformFirsts, loaders as platformLoaders } from 'virtual:signpost/platform-shards';
import { isPartOf } from '../catalogue/codes';
import { type PackedPlace, unpackPlace } from '../catalogue/left-out';
import type { Country, PlatformForPlan, Subdivision } from '../catalogue/types';
import type { CompiledPlatform } from '../detect/compiled-catalogue';
import { type Detection, detectOrAsk, type ReadElsewhere } from '../detect/detect-or-ask';
import { claimsIn } from '../detect/host-index';
import { unpackPlatform } from '../detect/packed-platform';
import { readAddress } from '../detect/read-address';
import { createPageReader, type PageReader } from '../detect/read-page';

const claims = claimsIn(writtenClaims);
const defaultCountry: Country = unpackPlace(packedDefault);

/** Whether this is the code of a part of a country. */
export const isPart = (code: string) => code.includes('-');

export interface PageWithPlatform extends Detection {
  platform: PlatformForPlan | null;
}

/** The records that pages were read with so far. */
const readers: PageReader[] = [];
const findReader = (number: number) => readers[number];
let readElsewhere: ReadElsewhere | undefined;

/**
 * What an address tells about a page, and the record of its platform; loads the one shard that holds it.
 * @param address null where there is none
 */
export async function detectAddress(address: string | null): Promise<PageWithPlatform> {
  const web = readAddress(address ?? '');
  while (true) {
    const { page, number } = detectOrAsk(web, claims, findReader, readElsewhere);
    if (number !== null) readers[number] ??= createPageReader(await loadCompiled(number));
    else if (!page) ({ readElsewhere } = await import('./read-elsewhere'));
    if (page) return { page, number, platform: number === null ? null : readers[number]!.platform };
  }
}

/**
 * The record of a platform.
 * @param number by which a detection names it
 * @throws where there is no record of this number, as where a stored one is damaged
 */
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
