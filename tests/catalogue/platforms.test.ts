import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { loadCountries, loadPlatforms } from '../../scripts/load-catalogue';
import formHosts from '../../src/catalogue/form-hosts.json';
import schema from '../../src/catalogue/platform.schema.json';
import type { Country, Platform, ReportRoute, Sourced } from '../../src/catalogue/types';
import { compilePlatforms } from '../../src/detect/compile-platforms';

const platforms = loadPlatforms();
const named = platforms.map((platform) => [platform.id, platform] as const);
const isValid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

const PLACEHOLDERS = new Set(['{id}', '{username}', '{link}', '{host}']);

/**
 * Routes that lead elsewhere than to the platform, a reporting body or a form host, each with its reason. A route
 * that no longer needs its line here makes the test fail, so that the list never grows stale.
 */
const OTHER_ROUTE_HOSTS: Record<string, string> = {
  'guilded www.roblox.com': 'Guilded closed; its owner Roblox answers for it',
  'fediverse github.com': 'guidance of IFTAS, the charity that helps the moderators of such servers',
  'lemmy github.com': 'guidance of IFTAS, the charity that helps the moderators of such servers',
  'mastodon github.com': 'guidance of IFTAS, the charity that helps the moderators of such servers',
  'misskey github.com': 'guidance of IFTAS, the charity that helps the moderators of such servers',
  'peertube github.com': 'guidance of IFTAS, the charity that helps the moderators of such servers',
  'pixelfed github.com': 'guidance of IFTAS, the charity that helps the moderators of such servers',
  'unknown-website lookup.icann.org': "the registry of all registrars: it shows the website's abuse contact",
};

function bareHost(entry: string): string {
  return entry.split('/')[0]!.replace(/^www\./, '');
}

function isWithin(host: string, hosts: Iterable<string>): boolean {
  for (const own of hosts) if (host === own || host.endsWith(`.${own}`)) return true;
  return false;
}

function hostOf(address: string): string {
  return new URL(address.replaceAll(/[{}]/g, '')).hostname;
}

function bodyHosts(countries: Country[]): Set<string> {
  const hosts = new Set<string>();
  for (const country of countries) {
    const bodies = [...country.bodies, ...(country.subdivisions ?? []).flatMap((subdivision) => subdivision.bodies)];
    for (const body of bodies) {
      for (const address of [body.reportUrl, body.homeUrl]) if (address) hosts.add(new URL(address).hostname);
    }
  }
  return hosts;
}

/** A grade better than memory needs a source, and a date a copy of it that was seen; empty = nothing wrong. */
function faultsOfGrade({ evidence, source, seen }: Pick<Sourced, 'evidence' | 'source'> & { seen?: string | null }) {
  const faults: string[] = [];
  if (evidence !== 'memory' && source === null) faults.push(`${evidence} without a source`);
  if (source === null && seen) faults.push(`seen ${seen} without a source`);
  if (seen) {
    const [year, month = '01', day = '01'] = seen.split('-');
    const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) faults.push(`${seen} is no date`);
    else if (date.getTime() > Date.now()) faults.push(`${seen} has not been yet`);
  }
  return faults;
}

describe.each(named)('%s', (_, platform) => {
  test('fits the schema', () => {
    isValid(platform);
    expect(isValid.errors ?? []).toEqual([]);
  });

  test('has strict shapes that compile', () => {
    for (const shape of compilePlatforms([platform]).compiled[0]!.lists.flat()) {
      for (const pattern of [
        shape.subdomain,
        shape.path,
        shape.fragment?.pattern,
        ...shape.query.map(([, value]) => value),
      ]) {
        expect(() => new RegExp(`^(?:${pattern ?? ''})$`)).not.toThrow();
      }
    }
    const capturing = platform.shapes.flatMap((shape) =>
      Object.values(shape.where ?? {}).filter((pattern) => new RegExp(`${pattern}|`).exec('')!.length > 1),
    );
    expect(capturing).toEqual([]);
    const unused = platform.shapes.flatMap((shape) =>
      Object.keys(shape.where ?? {}).filter((name) => ![shape.shape].flat().some((one) => one.includes(`{${name}}`))),
    );
    expect(unused).toEqual([]);
  });

  test('has four examples, and one of each kind it lists', () => {
    if (platform.shapes.length === 0) return;
    const examples = platform.shapes.flatMap((shape) => shape.examples);
    expect(examples.length).toBeGreaterThanOrEqual(4);
    const kinds = new Set(platform.shapes.map((shape) => shape.kind));
    for (const shape of platform.shapes) if (shape.examples.length > 0) kinds.delete(shape.kind);
    expect([...kinds]).toEqual([]);
    const addresses = examples.map((example) => example.address);
    expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([]);
  });

  test('grades and dates its facts', () => {
    const facts: (Pick<Sourced, 'evidence' | 'source'> & { seen?: string | null })[] = [
      ...platform.shapes,
      ...platform.routes,
      ...platform.routes.flatMap(({ prefill, source }) =>
        prefill ? [{ ...prefill, source: prefill.source ?? source }] : [],
      ),
      ...platform.inProductSteps,
    ];
    expect(facts.flatMap((fact) => faultsOfGrade(fact).map((fault) => `${fault}: ${JSON.stringify(fact)}`))).toEqual(
      [],
    );
  });

  test('leaves only known placeholders to be filled in', () => {
    const templates = platform.routes.flatMap((route) => [
      route.target,
      ...Object.values(route.prefill?.parameters ?? {}),
    ]);
    const unknown = templates.flatMap((template) => [...template.matchAll(/\{[^}]*\}?/g)].map(([name]) => name));
    expect(unknown.filter((name) => !PLACEHOLDERS.has(name))).toEqual([]);
  });

  test('has the type of contact that its target is', () => {
    const wrong = platform.routes.filter(({ type, target }) =>
      type === 'email'
        ? !target.startsWith('mailto:')
        : type === 'phone'
          ? !target.startsWith('tel:')
          : !hostOf(target),
    );
    expect(wrong).toEqual([]);
  });
});

describe('all records', () => {
  test('are named after their file and are called once', () => {
    const files = readdirSync(new URL('../../src/catalogue/platforms/', import.meta.url)).sort();
    expect(files).toEqual(platforms.map((platform) => `${platform.id}.json`));
    const names = platforms.map((platform) => platform.name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('point editors to the schema', () => {
    const without = platforms.filter((platform) => {
      const file = new URL(`../../src/catalogue/platforms/${platform.id}.json`, import.meta.url);
      return !('$schema' in JSON.parse(readFileSync(file, 'utf8')));
    });
    expect(without.map((platform) => platform.id)).toEqual([]);
  });

  test('claim no host twice', () => {
    expect(() => compilePlatforms(platforms)).not.toThrow();
  });

  test('link only to the platform itself, a reporting body or a named form host', () => {
    const bodies = bodyHosts(loadCountries());
    const named = new Set(formHosts);
    const used = new Set<string>();
    const elsewhere = platforms.flatMap((platform) =>
      platform.routes
        .filter((route) => {
          if (!route.target.startsWith('https://') || isOwn(platform, route)) return false;
          const host = hostOf(route.target);
          if (named.has(host) || bodies.has(host)) return false;
          const exception = `${platform.id} ${host}`;
          used.add(exception);
          return !(exception in OTHER_ROUTE_HOSTS);
        })
        .map((route) => `${platform.id}: ${route.target}`),
    );
    expect(elsewhere).toEqual([]);
    expect(Object.keys(OTHER_ROUTE_HOSTS).filter((exception) => !used.has(exception))).toEqual([]);
  });

  test('need every form host that is named', () => {
    const hosts = new Set(
      platforms.flatMap((platform) =>
        platform.routes
          .filter((route) => route.target.startsWith('https://') && !isOwn(platform, route))
          .map((route) => hostOf(route.target)),
      ),
    );
    expect(formHosts.filter((host) => !hosts.has(host))).toEqual([]);
  });

  test('are at least 230, with at least 1,500 examples and 300 look-alikes', () => {
    const examples = platforms.flatMap((platform) => platform.shapes.flatMap((shape) => shape.examples));
    const lookAlikes = platforms.flatMap((platform) => platform.lookAlikes ?? []);
    expect(platforms.length).toBeGreaterThanOrEqual(230);
    expect(examples.length).toBeGreaterThanOrEqual(1500);
    expect(lookAlikes.length).toBeGreaterThanOrEqual(300);
  });
});

/** Whether a route stays with the platform: `{host}` is the host of the page itself. */
function isOwn(platform: Platform, route: ReportRoute): boolean {
  return route.target.startsWith('https://{host}/') || isWithin(hostOf(route.target), platform.hosts.map(bareHost));
}
