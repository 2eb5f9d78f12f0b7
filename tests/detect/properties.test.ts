import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadDetectCatalogue, loadPlatforms } from '../../scripts/load-catalogue';
import { type DetectCatalogue, detectPage } from '../../src/detect/detect-page';

const platforms = loadPlatforms();
const catalogue = loadDetectCatalogue(platforms);
const addresses = platforms.flatMap((platform) =>
  platform.shapes.flatMap((shape) => shape.examples.map((example) => example.address)),
);
const anyHost = new Set(platforms.filter((platform) => platform.anyHost).map((platform) => platform.id));
const hostsOf = new Map(
  platforms.map((platform) => [platform.id, platform.hosts.map((host) => host.split('/')[0]!.replace(/^www\./, ''))]),
);

const RUNS = { numRuns: 4000 };

const example = fc.constantFrom(...addresses);
const noise = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    '/',
    '//',
    '..',
    '%',
    '%2F',
    '%00',
    '%E0%A4',
    '@',
    ':',
    '?',
    '&',
    '#',
    '=',
    '.',
    '\\',
    '[',
    ']',
    '{',
    '}',
    '(',
    '*',
    '+',
    '\t',
    '\n',
    ' ',
  ),
);

/** An example with something put in, cut out, doubled or turned round somewhere. */
const mutated = fc
  .tuple(
    example,
    fc.nat(),
    fc.nat({ max: 20 }),
    noise,
    fc.constantFrom('insert', 'cut', 'replace', 'double', 'case', 'cross'),
    example,
  )
  .map(([address, place, length, text, how, other]) => {
    const at = place % (address.length + 1);
    const [before, after] = [address.slice(0, at), address.slice(at)];
    if (how === 'insert') return before + text + after;
    if (how === 'cut') return before + after.slice(length);
    if (how === 'replace') return before + text + after.slice(text.length);
    if (how === 'double') return before + after.slice(0, length) + after;
    if (how === 'case') return before + after.toUpperCase();
    return before + other.slice(at);
  });

/** A path and query of one example on the host of another, or of nobody. */
const transplanted = fc.tuple(example, example, fc.webUrl()).map(([address, other, elsewhere]) => {
  const { pathname, search, hash } = new URL(address);
  return [new URL(other).origin, new URL(elsewhere).origin].map((origin) => origin + pathname + search + hash);
});

const tracked = fc
  .tuple(
    example,
    fc.constantFrom('utm_source', 'utm_campaign', 'fbclid', 'gclid', 'igsh', 'msclkid', '_ga'),
    fc.stringMatching(/^[\w-]{0,20}$/),
  )
  .map(([address, key, value]) => {
    const [rest, fragment] = address.split(/#(.*)/s);
    return `${rest}${rest!.includes('?') ? '&' : '?'}${key}=${value}${fragment === undefined ? '' : `#${fragment}`}`;
  });

const anything = fc.oneof(
  mutated,
  tracked,
  transplanted.map(([first]) => first!),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);

function expectOwnHost(address: string): void {
  const page = detectPage(address, catalogue);
  if (page.platform === null || anyHost.has(page.platform)) return;
  const host = new URL(address).hostname.replace(/\.$/, '');
  expect(hostsOf.get(page.platform)!.some((own) => host === own || host.endsWith(`.${own}`))).toBe(true);
}

describe('of any address', () => {
  test('detection never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.string(), fc.string({ unit: 'binary' })), (address) => {
        expect(Object.keys(detectPage(address, catalogue)).sort()).toEqual([
          'id',
          'kind',
          'link',
          'platform',
          'username',
        ]);
      }),
      RUNS,
    );
  });

  test("no platform is claimed whose host is not the address's host", () => {
    fc.assert(fc.property(anything, expectOwnHost), RUNS);
    fc.assert(
      fc.property(transplanted, (both) => both.forEach(expectOwnHost)),
      RUNS,
    );
  });

  test('cleaning it twice is cleaning it once, and changes nothing that is read', () => {
    fc.assert(
      fc.property(anything, (address) => {
        const page = detectPage(address, catalogue);
        if (page.link !== null) expect(detectPage(page.link, catalogue)).toEqual(page);
      }),
      RUNS,
    );
  });

  test("a campaign's key changes nothing but itself", () => {
    fc.assert(
      fc.property(example, fc.constantFrom('utm_source', 'fbclid', 'gclid'), (address, key) => {
        const [rest, fragment] = address.split(/#(.*)/s);
        const dirty = `${rest}${rest!.includes('?') ? '&' : '?'}${key}=1${fragment === undefined ? '' : `#${fragment}`}`;
        const { platform, kind, id, username } = detectPage(address, catalogue);
        expect(detectPage(dirty, catalogue)).toMatchObject({ platform, kind, id, username });
      }),
      RUNS,
    );
  });
});

describe('of very long addresses', () => {
  /** Seconds that detection takes for an example stretched at one place to so many characters. */
  function seconds(
    stretch: (address: string, length: number) => string,
    length: number,
    fresh: DetectCatalogue,
  ): number {
    const long = addresses.map((address) => stretch(address, length));
    const start = performance.now();
    for (const address of long) detectPage(address, fresh);
    return (performance.now() - start) / 1000;
  }

  const stretches: Record<string, (address: string, length: number) => string> = {
    'a long last segment': (address, length) => address.replace(/\/?([?#]|$)/, `${'a'.repeat(length)}$1`),
    'many segments': (address, length) => address.replace(/\/?([?#]|$)/, `${'/a'.repeat(length / 2)}$1`),
    'many hyphens': (address, length) => address.replace(/\/?([?#]|$)/, `${'-1'.repeat(length / 2)}$1`),
    'many parameters': (address, length) =>
      `${address.split('#')[0]}${address.includes('?') ? '&' : '?'}${'a=1&'.repeat(length / 4)}`,
    'a long fragment': (address, length) => `${address.split('#')[0]}#${'a/'.repeat(length / 2)}`,
    'percent signs': (address, length) => address.replace(/\/?([?#]|$)/, `${'%41'.repeat(length / 3)}$1`),
  };

  // A generous bound: linear reading takes some microseconds a kilobyte; quadratic reading would take hours here.
  test.each(Object.entries(stretches))(
    '%s of 100,000 characters is read in linear time',
    (_, stretch) => {
      expect(seconds(stretch, 100_000, catalogue) / addresses.length).toBeLessThan(0.05);
    },
    240_000,
  );
});
