import { expect, test } from 'vitest';
import { loadPlatforms } from '../../scripts/load-catalogue';
import { compilePlatforms } from '../../src/detect/compile-platforms';
import { addClaim, claimsIn, writeClaims } from '../../src/detect/host-index';

test('the popup finds exactly the claims that were compiled', () => {
  const platforms = loadPlatforms();
  const { index } = compilePlatforms(platforms);
  const claims = claimsIn(writeClaims(index.claims, platforms.length));
  expect(index.claims.size).toBeGreaterThan(500);
  for (const [host, claim] of index.claims) expect(claims.get(host), host).toEqual(claim);
  for (const part of ['com', 'youtube', 'outube.com', 'youtube.co', 'maps', '', '|', ' ']) {
    expect(claims.get(part), part).toBeUndefined();
  }
});

test('the longest path of a shared host comes first, and the whole host last', () => {
  const claims = new Map();
  for (const [entry, platform] of [
    ['a.example', 0],
    ['a.example/maps', 1],
    ['a.example/maps/street', 2],
  ] as const) {
    expect(addClaim(claims, entry, platform)).toBeNull();
  }
  expect(claims.get('a.example')).toEqual([
    ['/maps/street', 2],
    ['/maps', 1],
    ['', 0],
  ]);
  expect(addClaim(claims, 'a.example/maps', 3)).toBe(1);
  expect(addClaim(claims, 'a.example', 3)).toBe(0);
});

test('a second claim to a whole host is told', () => {
  const claims = new Map();
  addClaim(claims, 'a.example', 0);
  expect(addClaim(claims, 'a.example', 1)).toBe(0);
});
