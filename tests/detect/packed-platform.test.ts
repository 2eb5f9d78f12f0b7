import { expect, test } from 'vitest';
import { loadCountries, loadPlatforms } from '../../scripts/load-catalogue';
import { packPlace, unpackPlace } from '../../src/catalogue/left-out';
import { compilePlatforms } from '../../src/detect/compile-platforms';
import { packPlatform, unpackPlatform } from '../../src/detect/packed-platform';

const { compiled } = compilePlatforms(loadPlatforms());

test('every platform comes out of its packed form as it went in, and the form is no larger', () => {
  for (const platform of compiled) {
    // As in a package: through text.
    const packed = JSON.stringify(packPlatform(platform));
    expect(unpackPlatform(JSON.parse(packed))).toEqual(platform);
    expect(packed.length).toBeLessThanOrEqual(JSON.stringify(platform).length);
  }
});

test('every country and part of one comes out as it went in; what is not known stays null', () => {
  const parts = loadCountries().flatMap((country) => [country, ...(country.subdivisions ?? [])]);
  for (const place of parts) expect(unpackPlace(JSON.parse(JSON.stringify(packPlace(place))))).toEqual(place);
  const nulls = parts.flatMap(({ bodies }) => bodies.filter(({ anonymous }) => anonymous === null));
  expect(nulls.length).toBeGreaterThan(100);
});
