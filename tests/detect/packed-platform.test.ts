import { expect, test } from 'vitest';
import { loadCountries, loadPlatforms } from '../../scripts/load-catalogue';
import { loadPlanCatalogue, planRequest } from '../../scripts/plan-case';
import { packPlace, unpackPlace } from '../../src/catalogue/left-out';
import { SITUATIONS } from '../../src/catalogue/types';
import { compilePlatforms } from '../../src/detect/compile-platforms';
import { packPlatform, unpackPlatform } from '../../src/detect/packed-platform';
import { platformStep } from '../../src/plan/platform-step';

const catalogue = loadPlanCatalogue();
const { compiled } = compilePlatforms(loadPlatforms());

test('every platform comes out of its packed form as it went in, and the form is no larger', () => {
  for (const platform of compiled) {
    // As in a package: through text.
    const packed = JSON.stringify(packPlatform(platform));
    expect(unpackPlatform(JSON.parse(packed))).toEqual(platform);
    expect(packed.length).toBeLessThanOrEqual(JSON.stringify(platform).length);
  }
});

test('the routes that the packages leave out are in no plan', () => {
  let leftOut = 0;
  for (const { record } of compiled) {
    const whole = catalogue.platforms.get(record.id)!;
    leftOut += whole.routes.length - record.routes.length;
    for (const situation of SITUATIONS) {
      for (const url of ['https://x.example/a', null]) {
        const request = planRequest({ url, platform: null, country: 'DE', audience: 'adult', situation }, catalogue);
        expect(platformStep(request, record)).toEqual(platformStep(request, whole));
      }
    }
  }
  expect(leftOut).toBeGreaterThan(20);
});

test('every country and part of one comes out as it went in; what is not known stays null', () => {
  const parts = loadCountries().flatMap((country) => [country, ...(country.subdivisions ?? [])]);
  for (const place of parts) expect(unpackPlace(JSON.parse(JSON.stringify(packPlace(place))))).toEqual(place);
  const nulls = parts.flatMap(({ bodies }) => bodies.filter(({ anonymous }) => anonymous === null));
  expect(nulls.length).toBeGreaterThan(100);
});
