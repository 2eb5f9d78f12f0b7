import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { loadCountries } from '../../scripts/load-catalogue';
import { DEFAULT_COUNTRY } from '../../src/catalogue/codes';
import schema from '../../src/catalogue/country.schema.json';
import { emergencyNumber } from '../../src/catalogue/emergency-number';
import { bodyAddress, bodyPhone, isBareHomePage, isUnseenIwfPortal, mayLink } from '../../src/catalogue/grades';
import { searchNames } from '../../src/catalogue/names';
import type { ReportingBody } from '../../src/catalogue/types';

const countries = loadCountries();
const byCode = new Map(countries.map((country) => [country.code, country]));
const bodies = countries.flatMap((country) => [
  ...country.bodies,
  ...(country.subdivisions ?? []).flatMap((part) => part.bodies),
]);

describe('the countries’ records', () => {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

  it.each(countries)('$code fits the schema', (country) => {
    expect(validate(country), JSON.stringify(validate.errors)).toBe(true);
  });

  it('the schema finds a mistake', () => {
    expect(validate({ ...countries[0], emergency: [{ number: 'nine', for: 'police', evidence: 'official' }] })).toBe(
      false,
    );
    expect(validate({ ...countries[0], bodys: [] })).toBe(false);
    expect(validate({ ...countries[0], schoolStaffMustReport: false })).toBe(false);
    expect(validate({ ...countries[0], inEuropeanUnion: false })).toBe(false);
  });

  it('knows the 27 members of the European Union and the six of its outermost regions that have codes', () => {
    const members = countries.filter(({ inEuropeanUnion }) => inEuropeanUnion).map(({ code }) => code);
    expect(members.join(' ')).toBe(
      'AT BE BG CY CZ DE DK EE ES FI FR GF GP GR HR HU IE IT LT LU LV MF MQ MT NL PL PT RE RO SE SI SK YT',
    );
  });

  it('takes a telephone network of its own only from a territory that another country’s bodies serve, and no "false"', () => {
    const greenland = byCode.get('GL')!;
    expect(greenland.ownTelephoneNetwork).toBe(true);
    expect(validate({ ...greenland, ownTelephoneNetwork: false })).toBe(false);
    expect(validate({ ...byCode.get('DK'), ownTelephoneNetwork: true })).toBe(false);
  });

  it('knows an emergency number in every country but Pitcairn, so that none is ever borrowed from another country', () => {
    const without = countries.filter((country) => emergencyNumber(country) === null).map(({ code }) => code);
    expect(without).toEqual(['PN', DEFAULT_COUNTRY]);
    expect(emergencyNumber(byCode.get('GL')!)).toMatchObject({
      number: byCode.get('GL')!.emergency[0]!.number,
      source: byCode.get('GL')!.emergencySource,
    });
  });

  it('gives every body its own id', () => {
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(bodies.length);
  });

  it('names a parent that exists, and fallbacks that the default has', () => {
    for (const { code, sameBodiesAs, sameLawAs } of countries) {
      for (const named of [sameBodiesAs, sameLawAs]) if (named) expect(byCode.has(named), code).toBe(true);
    }
    const fallback = byCode.get('ZZ')!;
    const known = new Set(['local-police', ...fallback.bodies.map(({ id }) => id)]);
    for (const ids of Object.values(fallback.fallbacks ?? {})) for (const id of ids) expect(known).toContain(id);
  });

  it('holds the refusals that decide who is sent where', () => {
    const refuses = (id: string) => bodies.find((body) => body.id === id)!.refuses;
    expect(refuses('iwf')).toEqual(
      expect.arrayContaining(['contact-with-child', 'imagery-on-device', 'child-in-danger']),
    );
    expect(refuses('ceop')).toContain('imagery-links');
    expect(refuses('report-remove')).toContain('bystanders');
    expect(refuses('us-childhelp')).toContain('reports');
    expect(bodies.find((body) => body.id === 'report-harmful-content')!.listedFor).toBe('adult-harms');
  });

  it.each([
    ['UK', 'GB'],
    ['England', 'GB'],
    ['Britain', 'GB'],
    ['Deutschland', 'DE'],
    ['USA', 'US'],
    ['Holland', 'NL'],
    ['españa', 'ES'],
    ['espana', 'ES'],
    ['日本', 'JP'],
    ['Turkey', 'TR'],
    ['Côte', 'CI'],
    ['ivory', 'CI'],
    ['schweiz', 'CH'],
    ['Burma', 'MM'],
    ['Eire', 'IE'],
    ['polska', 'PL'],
    ['UAE', 'AE'],
    ['Czech Republic', 'CZ'],
  ])('is found as %s', (typed, code) => {
    const names = countries.map(({ code, name, otherNames }) => ({ code, name, otherNames: otherNames ?? [] }));
    expect(
      searchNames(typed, names)
        .slice(0, 3)
        .map((found) => found.code),
    ).toContain(code);
  });
});

describe('what a grade may do', () => {
  const body = (facts: Partial<ReportingBody>) =>
    ({ ...bodies.find(({ id }) => id === 'iwf')!, ...facts }) as ReportingBody;

  it('links official and third-party addresses, and of the others bare home pages alone', () => {
    expect(mayLink('https://a.example/form', 'official')).toBe(true);
    expect(mayLink('https://a.example/form', 'third-party')).toBe(true);
    for (const grade of ['code', 'memory', 'inferred'] as const) {
      expect(mayLink('https://a.example/form', grade)).toBe(false);
      expect(mayLink('https://a.example/', grade)).toBe(true);
    }
    expect(mayLink('http://a.example/', 'official')).toBe(false);
    expect(isBareHomePage('https://a.example/?x')).toBe(false);
  });

  it('falls back from the report page to the home page to nothing', () => {
    const report = { reportUrl: 'https://a.example/r', homeUrl: 'https://a.example/' };
    expect(bodyAddress(body({ ...report, reportUrlEvidence: 'official' }))?.page).toBe('report');
    expect(bodyAddress(body({ ...report, reportUrlEvidence: 'memory', homeUrlEvidence: 'memory' }))?.url).toBe(
      'https://a.example/',
    );
    expect(
      bodyAddress(body({ reportUrl: 'https://a.example/r', reportUrlEvidence: 'inferred', homeUrl: null })),
    ).toBeNull();
  });

  it('shows no number from memory, and counts a description as one grade lower', () => {
    expect(bodyPhone(body({ phone: '1', phoneEvidence: 'memory' }))).toBeNull();
    expect(bodyPhone(body({ phone: '1', phoneEvidence: 'third-party' }))).toBe('1');
    expect(bodyPhone(body({ phone: '1', phoneEvidence: undefined, evidence: 'code', source: 'a list' }))).toBeNull();
  });

  it('knows the portals of the IWF that nobody has seen', () => {
    expect(isUnseenIwfPortal(bodies.find(({ id }) => id === 'iwf-portal-ke')!)).toBe(true);
    expect(isUnseenIwfPortal(bodies.find(({ id }) => id === 'iwf-portal-in')!)).toBe(false);
    expect(isUnseenIwfPortal(bodies.find(({ id }) => id === 'iwf-portal-ac')!)).toBe(false);
  });
});
