import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPlatforms } from '../../scripts/load-catalogue';
import { compilePlatforms } from '../../src/detect/compile-platforms';
import { addClaim, claimsIn, writeClaims } from '../../src/detect/host-index';
import { matchHost } from '../../src/detect/match-host';
import { readAddress } from '../../src/detect/read-address';

const platforms = loadPlatforms();
const { index, compiled } = compilePlatforms(platforms);
const written = writeClaims(index.claims, platforms.length);
const marks = claimsIn(written);

test('the popup finds every claim that was compiled', () => {
  expect(index.claims.size).toBeGreaterThan(500);
  for (const [host, claim] of index.claims) expect(marks.get(host), host).toEqual(claim);
});

test('a host that only looks like a record’s is rare, and the record itself tells', () => {
  let looked = 0;
  let alike = 0;
  fc.assert(
    fc.property(fc.domain(), (host) => {
      looked++;
      const claim = index.claims.has(host) ? undefined : marks.get(host);
      if (claim === undefined) return;
      alike++;
      const claimants = typeof claim === 'number' ? [claim] : claim.map(([, platform]) => platform);
      for (const platform of claimants) expect(Object.keys(compiled[platform]!.hosts)).not.toContain(host);
    }),
    { numRuns: 20_000 },
  );
  expect(alike / looked).toBeLessThan(0.03);
});

test('when a record does not name the host after all, the shorter ones are tried', () => {
  const claims = new Map([
    ['b.example', 1],
    ['a.b.example', 2],
  ]);
  const address = readAddress('https://x.a.b.example/')!;
  const first = matchHost(address, claims)!;
  expect(first).toEqual({ platform: 2, host: 'a.b.example', subdomain: 'x' });
  const second = matchHost(address, claims, first)!;
  expect(second).toEqual({ platform: 1, host: 'b.example', subdomain: 'x.a' });
  expect(matchHost(address, claims, second)).toBeNull();
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

test('more hosts than marks can tell apart stop the build', () => {
  const crowd = new Map(Array.from({ length: 20_000 }, (_, at) => [`host${at}.example`, 0]));
  expect(() => writeClaims(crowd, 1)).toThrow('cannot be told apart');
});
