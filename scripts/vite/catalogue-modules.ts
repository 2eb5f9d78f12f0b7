import type { Plugin } from 'vite';
import { DEFAULT_COUNTRY } from '../../src/catalogue/codes';
import { type PackedPlace, packPlace } from '../../src/catalogue/left-out';
import { oftenChosenFirst } from '../../src/catalogue/often-chosen';
import type { Country, Platform, ReportingBody, Subdivision } from '../../src/catalogue/types';
import { trackingTest } from '../../src/detect/clean-link';
import { compilePlatforms } from '../../src/detect/compile-platforms';
import type { CompiledPlatform } from '../../src/detect/compiled-catalogue';
import { writeClaims } from '../../src/detect/host-index';
import { packPlatform } from '../../src/detect/packed-platform';
import { loadCountries, loadPlatforms } from '../load-catalogue';

const PREFIX = 'virtual:signpost/';

const isTrackingAnywhere = trackingTest([]);

/** A shard is what the popup loads for one platform or country: small enough to parse at once, few enough to pack well. */
const SHARD_CHARACTERS = 9_500;

/**
 * Compiles the records into modules, so that what the popup loads does not grow with the catalogue:
 * - `host-index`: whose host is it; loaded always
 * - `any-host`: the shapes of software that runs on any host; loaded for hosts that nobody claims
 * - `platform-shards`, `country-shards`: loaders of the records, a few in one module each; the parts of countries, such
 *   as the states of the US, are records of their own
 * - `default-country`: what holds where a country has nothing of its own, with the bodies that a plan can name; loaded
 *   always
 * - `platform-names`, `country-names`: for the searches, loaded when one is opened
 */
export function catalogueModules(): Plugin {
  const modules = new Map<string, () => string>();
  return {
    name: 'signpost-catalogue',
    buildStart() {
      modules.clear();
      const platforms = loadPlatforms();
      const countries = loadCountries();
      addPlatforms(modules, platforms);
      addCountries(modules, countries);
    },
    resolveId(id) {
      return id.startsWith(PREFIX) ? `\0${id}` : null;
    },
    load(id) {
      return id.startsWith(`\0${PREFIX}`) ? (modules.get(id.slice(PREFIX.length + 1))?.() ?? null) : null;
    },
  };
}

function addPlatforms(modules: Map<string, () => string>, platforms: Platform[]): void {
  const { index, compiled } = compilePlatforms(platforms);
  const shards = intoShards(compiled.map(withoutNeedless).map(packPlatform));
  modules.set('host-index', () => `export default ${JSON.stringify(writeClaims(index.claims, platforms.length))}`);
  modules.set('any-host', () => `export default ${JSON.stringify(index.anyHost)}`);
  let next = 0;
  const firsts = shards.map(({ length }) => {
    const first = next;
    next += length;
    return first;
  });
  modules.set('platform-shards', () => shardLoaders('p', firsts));
  shards.forEach((shard, number) => {
    modules.set(`p${number}`, () => `export default ${JSON.stringify(shard)}`);
  });
  modules.set('platform-names', () => {
    const names = platforms.map(({ id, name, otherNames, appOnly, status }, number) => ({
      number,
      id,
      name,
      otherNames: otherNames ?? [],
      appOnly,
      closed: status === 'closed',
    }));
    return `export default ${JSON.stringify(oftenChosenFirst(names))}`;
  });
}

function addCountries(modules: Map<string, () => string>, countries: Country[]): void {
  const places = countries.map((country) => {
    const { subdivisions = [], ...whole } = countryForPlan(country);
    return { whole, subdivisions };
  });
  // In the order of their codes, by which they are looked up.
  const records: (PackedPlace | PackedPlace<Subdivision>)[] = [
    ...places.map(({ whole }) => packPlace(whole)),
    ...places.flatMap(({ subdivisions }) => subdivisions.map(packPlace<Subdivision>)),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));
  const shards = intoShards(records);
  modules.set('default-country', () => {
    const whole = countryForPlan(countries.find(({ code }) => code === DEFAULT_COUNTRY)!);
    // `local-police` is a token; what is known of the police everywhere stands under the name of the default.
    const named = new Set(['default-local-police', ...Object.values(whole.fallbacks ?? {}).flat()]);
    const bodies = whole.bodies.filter(({ id }) => named.has(id));
    return `export default ${JSON.stringify(packPlace({ ...whole, bodies }))}`;
  });
  const firsts = shards.map(([first]) => first!.code);
  modules.set('country-shards', () => shardLoaders('c', firsts));
  shards.forEach((shard, number) => {
    modules.set(`c${number}`, () => `export default ${JSON.stringify(shard)}`);
  });
  modules.set('country-names', () => {
    const names = countries.map(({ code, name, otherNames, subdivisions }) => ({
      code,
      name,
      otherNames: otherNames ?? [],
      subdivisions: (subdivisions ?? []).map((part) => ({ code: part.code, name: part.name })),
    }));
    // Here and not in the browser, where the first comparison in a new process takes 10 ms.
    names.sort((a, b) => a.name.localeCompare(b.name, 'en'));
    return `export default ${JSON.stringify(names)}`;
  });
}

/**
 * Without what no screen needs: the research's name for a route, how a form might be filled in where the record names no
 * parameters, and tracking parameters that are such on every site.
 */
function withoutNeedless(platform: CompiledPlatform): CompiledPlatform {
  const routes = platform.record.routes.map((route) => ({
    ...route,
    label: '',
    prefill: route.prefill?.parameters ? route.prefill : null,
  }));
  const trackingParams = platform.trackingParams.filter((param) => !isTrackingAnywhere(param));
  return { ...platform, record: { ...platform.record, routes }, trackingParams };
}

/** In the given order, so that a record is found by what the first one of its shard is looked up by. */
function intoShards<Item>(items: Item[]): Item[][] {
  const shards: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    if (shards.length === 0 || size > room) {
      shards.push([]);
      room = SHARD_CHARACTERS;
    }
    shards.at(-1)!.push(item);
    room -= size;
  }
  return shards;
}

/** `firsts[n]` is what the first record in shard n is looked up by. */
function shardLoaders(letter: string, firsts: (number | string)[]): string {
  const loaders = firsts.map((_, number) => `() => import('${PREFIX}${letter}${number}')`);
  return `export const firsts = ${JSON.stringify(firsts)};
export const loaders = [${loaders.join(', ')}];`;
}

/** What neither plans nor the table of facts read: the research's remarks for those who correct it, and names to search. */
const REMARKS = new Set([
  '$schema',
  'via',
  'moreSources',
  'sourceNote',
  'formerUrl',
  'formerUrls',
  'inhopeMember',
  'anonymous',
  'useDefaultFor',
  'emergencyVia',
  'emergencyMoreSources',
  'emergencyNote',
  'otherNames',
  'sameBodiesEvidence',
  'hotlineKind',
]);

function countryForPlan(country: Country): Country {
  return {
    ...withoutRemarks(country),
    bodies: country.bodies.map(bodyForPlan),
    ...(country.subdivisions && {
      subdivisions: country.subdivisions.map((part) => ({ ...part, bodies: part.bodies.map(bodyForPlan) })),
    }),
  };
}

function bodyForPlan(body: ReportingBody): ReportingBody {
  return { ...withoutRemarks(body), notes: '', doesNotAccept: [] };
}

function withoutRemarks<Facts extends object>(record: Facts): Facts {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !REMARKS.has(key))) as Facts;
}
