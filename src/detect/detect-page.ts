import { cleanLink, trackingTest } from './clean-link';
import type { CompiledPlatform, HostIndex } from './compiled-catalogue';
import { type DetectedPage, NO_PAGE } from './detected-page';
import { matchHost } from './match-host';
import { readAddress, type WebAddress } from './read-address';
import { createPageReader, createShapeList, matchShapes, type PageReader, readPage } from './read-page';

const isTrackingAnywhere = trackingTest([]);
const NOTHING_RESERVED: ReadonlySet<string> = new Set();
/** A name that can be somebody's server: not an IP address, not a machine in one's own network. */
const PUBLIC_NAME = /[^.]\.[a-z][a-z0-9-]*$/;
const readyLists = new WeakMap<object, ReturnType<typeof createShapeList>>();

/** Everything detection needs, all platforms in memory (the shell view, tests, benchmarks). */
export interface DetectCatalogue {
  index: HostIndex;
  reader(platform: number): PageReader;
}

export function createDetectCatalogue(index: HostIndex, compiled: CompiledPlatform[]): DetectCatalogue {
  const readers: PageReader[] = [];
  return { index, reader: (platform) => (readers[platform] ??= createPageReader(compiled[platform]!)) };
}

/** What an address alone tells about a page. Never throws; an address that is no web page's gives `NO_PAGE`. */
export function detectPage(address: string, catalogue: DetectCatalogue): DetectedPage {
  const web = readAddress(address);
  if (!web) return NO_PAGE;
  const match = matchHost(web, catalogue.index);
  if (match) return readPage(web, match, catalogue.reader(match.platform));
  const { page, platform } = pageElsewhere(web, catalogue.index);
  return { platform: platform === null ? null : catalogue.reader(platform).platform.id, ...page };
}

/**
 * A page on a host that no record claims: software that runs on any server, told by address forms that nothing
 * else builds, or simply a website. `platform` is the record's number; `page.platform` is left to the caller.
 */
export function pageElsewhere(
  address: WebAddress,
  index: HostIndex,
): { platform: number | null; page: Omit<DetectedPage, 'platform'> } {
  for (const { platform, shapes } of PUBLIC_NAME.test(address.host) ? index.anyHost : []) {
    const list = readyLists.get(shapes) ?? createShapeList(shapes);
    readyLists.set(shapes, list);
    const found = matchShapes(address, '', list, NOTHING_RESERVED);
    if (found) {
      const link = cleanLink(address, isTrackingAnywhere, found.shape);
      return { platform, page: { kind: found.shape.kind, id: found.id, username: found.username, link } };
    }
  }
  const link = cleanLink(address, isTrackingAnywhere);
  return { platform: null, page: { kind: 'other', id: null, username: null, link } };
}
