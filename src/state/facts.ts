import { loaders as placeLoaders } from 'virtual:signpost/country-shards';
import { loaders as platformLoaders } from 'virtual:signpost/platform-shards';
import { isPartOf } from '../catalogue/codes';
import { type Fact, listFacts } from '../catalogue/fact-list';
import { type PackedPlace, unpackPlace, unpackRecord } from '../catalogue/left-out';
import type { Country, PlatformForPlan, Subdivision } from '../catalogue/types';
import { isPart } from './records';

/** Every fact with its source; many files, so they are loaded only when somebody asks to see them. */
export const loadFacts = async (): Promise<Fact[]> => listFacts(await loadEverything());

/** Every record. */
async function loadEverything(): Promise<{ platforms: PlatformForPlan[]; countries: Country[] }> {
  const [platforms, places] = await Promise.all([loadAll(platformLoaders), loadAll(placeLoaders)]);
  const parts = places.filter(isPartRecord).map((part) => unpackPlace<Subdivision>(part));
  const countries = places.filter((place) => !isPartRecord(place)).map((country) => unpackPlace<Country>(country));
  return {
    platforms: platforms.map(({ record }) => unpackRecord(record)),
    countries: countries.map((country) => ({
      ...country,
      subdivisions: parts.filter(({ code }) => isPartOf(code, country.code)),
    })),
  };
}

function isPartRecord(place: PackedPlace | PackedPlace<Subdivision>): place is PackedPlace<Subdivision> {
  return isPart(place.code);
}

async function loadAll<Item>(loaders: (() => Promise<{ default: Item[] }>)[]): Promise<Item[]> {
  return (await Promise.all(loaders.map((load) => load()))).flatMap(({ default: items }) => items);
}
