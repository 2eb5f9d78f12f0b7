import { expect, test } from 'vitest';
import { loadCountries } from '../../scripts/load-catalogue';
import { bodyAddress } from '../../src/catalogue/grades';

const countries = loadCountries();
const bodies = countries.flatMap((country) => [
  ...country.bodies,
  ...(country.subdivisions ?? []).flatMap((part) => part.bodies),
]);

// The doors that most people go through, written here a second time on purpose: a slip in a record must not pass.
const FIRST_DOORS: Record<string, string> = {
  ceop: 'https://www.ceop.police.uk/ceop-reporting/',
  iwf: 'https://report.iwf.org.uk/en',
  'default-iwf': 'https://report.iwf.org.uk/en',
  'uk-police-101': 'https://www.police.uk/',
  nspcc: 'https://www.nspcc.org.uk/keeping-children-safe/reporting-abuse/report/',
  childline: 'https://www.childline.org.uk/',
  'report-remove': 'https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove/',
  'uk-council-finder': 'https://www.gov.uk/report-child-abuse-to-local-council',
  cybertipline: 'https://report.cybertip.org/',
  'default-cybertipline': 'https://report.cybertip.org/',
  'fbi-tips': 'https://tips.fbi.gov/',
  'take-it-down': 'https://takeitdown.ncmec.org/',
  'default-take-it-down': 'https://takeitdown.ncmec.org/',
};

test.each(Object.entries(FIRST_DOORS))('%s is reached at %s', (id, address) => {
  const body = bodies.find((one) => one.id === id);
  expect(body && bodyAddress(body)?.url).toBe(address);
});

test('a home page that was seen goes before a bare address that nobody saw', () => {
  const iwf = bodies.find((one) => one.id === 'iwf')!;
  const unseen = { ...iwf, reportUrl: 'https://hotline.example/', reportUrlEvidence: 'inferred' as const };
  const seen = { ...unseen, homeUrl: 'https://hotline.example/', homeUrlEvidence: 'official' as const };
  expect(bodyAddress(seen)).toEqual({ url: 'https://hotline.example/', grade: 'official', page: 'home' });
  const never = { ...unseen, homeUrl: 'https://hotline.example/', homeUrlEvidence: 'memory' as const };
  expect(bodyAddress(never)).toMatchObject({ grade: 'inferred', page: 'report' });
});
