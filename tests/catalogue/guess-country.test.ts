import { describe, expect, it } from 'vitest';
import { loadCountries } from '../../scripts/load-catalogue';
import { guessCountry } from '../../src/catalogue/guess-country';
import zones from '../../src/catalogue/time-zones.json';

describe('the guess of the country', () => {
  it.each([
    ['Europe/London', ['en-GB'], 'GB', null],
    ['Europe/London', ['en-US', 'pl-PL'], 'GB', null],
    ['Europe/Jersey', ['en-GB'], 'JE', null],
    ['Europe/Kiev', ['uk'], 'UA', null],
    ['Asia/Calcutta', ['en-US'], 'IN', null],
    ['America/New_York', ['en-US'], 'US', null],
    ['America/Phoenix', ['es-US'], 'US', 'US-AZ'],
    ['America/Toronto', ['fr-CA'], 'CA', null],
    ['America/Regina', ['en-CA'], 'CA', 'CA-SK'],
    ['Australia/Hobart', ['en-AU'], 'AU', 'AU-TAS'],
    ['Australia/Sydney', ['en-AU'], 'AU', null],
    ['UTC', ['en-GB', 'en-US'], 'GB', null],
    ['UTC', ['zh-Hans-CN'], 'CN', null],
    ['UTC', ['en-US', 'en'], 'ZZ', null],
    ['Mars/Olympus', [], 'ZZ', null],
    ['', ['xx-XX'], 'ZZ', null],
  ])('%s with %j is %s', (zone, languages, country, subdivision) => {
    expect(guessCountry(zone, languages)).toEqual({ country, subdivision });
  });

  it('knows every time zone that this runtime can give, and only places with a record', () => {
    const codes = new Set(loadCountries().map(({ code }) => code));
    for (const code of Object.keys(zones.countries)) expect(codes).toContain(code);
    // Places without a record of their own: Antarctica, Western Sahara, Curaçao and a few islands.
    const without =
      /^(Antarctica|Etc)\/|^(UTC|Africa\/El_Aaiun|America\/Curacao|America\/Lower_Princes|Atlantic\/South_Georgia|Indian\/Kerguelen|Pacific\/(Wake|Midway|Johnston))$/;
    const unknown = Intl.supportedValuesOf('timeZone').filter(
      (zone) => zone.includes('/') && !without.test(zone) && guessCountry(zone, []).country === 'ZZ',
    );
    expect(unknown).toEqual([]);
  });
});
