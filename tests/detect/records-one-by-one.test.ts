import { expect, test } from 'vitest';
import { loadDetectCatalogue, loadPlatforms } from '../../scripts/load-catalogue';
import { compilePlatforms } from '../../src/detect/compile-platforms';
import { type Detection, detectOrAsk, type ReadElsewhere } from '../../src/detect/detect-or-ask';
import { detectPage } from '../../src/detect/detect-page';
import { claimsIn, writeClaims } from '../../src/detect/host-index';
import { packPlatform, unpackPlatform } from '../../src/detect/packed-platform';
import { pageElsewhere } from '../../src/detect/page-elsewhere';
import { readAddress } from '../../src/detect/read-address';
import { createPageReader, type PageReader } from '../../src/detect/read-page';

const platforms = loadPlatforms();
const { index, compiled } = compilePlatforms(platforms);
const packed = compiled.map(packPlatform);
const marks = claimsIn(writeClaims(index.claims, platforms.length));
const whole = loadDetectCatalogue(platforms);
const examples = platforms.flatMap(({ shapes }) => shapes.flatMap((shape) => shape.examples.map((e) => e.address)));

/** What was asked for, in order: numbers of records, null for the reading of hosts that no record claims. */
type Asked = (number | null)[];

/** As the extension does it: hosts known by their marks, each record unpacked only when it is asked for. */
function detectOneByOne(address: string, claims = marks): Detection & { asked: Asked } {
  const readers = new Map<number, PageReader>();
  let readElsewhere: ReadElsewhere | undefined;
  const asked: Asked = [];
  while (true) {
    const { page, number } = detectOrAsk(readAddress(address), claims, (one) => readers.get(one), readElsewhere);
    if (page) return { page, number, asked };
    asked.push(number);
    expect(asked.length, address).toBeLessThan(5);
    if (number === null) readElsewhere = (web) => pageElsewhere(web, index.anyHost);
    else readers.set(number, createPageReader(unpackPlatform(packed[number]!)));
  }
}

test('records that are loaded one by one read every example as the whole catalogue does', () => {
  let more = 0;
  const wrong = examples.filter((address) => {
    const { page, number, asked } = detectOneByOne(address);
    if (asked.length > 1) more++;
    const last = number === null || platforms[number]!.anyHost ? null : number;
    return asked.at(-1) !== last || JSON.stringify(page) !== JSON.stringify(detectPage(address, whole));
  });
  expect(wrong).toEqual([]);
  // A subdomain whose mark looks like that of another record's host costs one more trip.
  expect(more / examples.length).toBeLessThan(0.01);
});

test('a host that only looks like one of a record is read as what it is', () => {
  const hosts = Array.from({ length: 5_000 }, (_, at) => `site${at}.example`).filter((host) => marks.get(host));
  expect(hosts.length).toBeGreaterThan(10);
  for (const host of hosts) {
    const { page, number, asked } = detectOneByOne(`https://${host}/a`);
    expect([page.platform, number], host).toEqual([null, null]);
    expect(asked.at(-1), host).toBeNull();
  }
});

test('when the record does not name the longer host, that of the shorter one is asked for', () => {
  const youtube = platforms.findIndex(({ id }) => id === 'youtube');
  const claims = { get: (host: string) => (host === 'a.youtube.com' ? 0 : index.claims.get(host)) };
  const { page, asked } = detectOneByOne('https://a.youtube.com/watch?v=dQw4w9WgXcQ', claims);
  expect(page.platform).toBe('youtube');
  expect(asked).toEqual([0, youtube]);
});

test('what is no web page asks for nothing', () => {
  const { page, asked } = detectOneByOne('chrome://newtab/');
  expect(page.link).toBeNull();
  expect(asked).toEqual([]);
});
