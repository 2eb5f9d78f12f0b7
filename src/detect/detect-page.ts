import type { CompiledPlatform, HostIndex } from './compiled-catalogue';
import { type DetectedPage, NO_PAGE } from './detected-page';
import { matchHost } from './match-host';
import { pageElsewhere } from './page-elsewhere';
import { readAddress } from './read-address';
import { createPageReader, type PageReader, readPage } from './read-page';

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
  const match = matchHost(web, catalogue.index.claims);
  if (match) return readPage(web, match, catalogue.reader(match.platform));
  const { page, platform } = pageElsewhere(web, catalogue.index.anyHost);
  return { platform: platform === null ? null : catalogue.reader(platform).platform.id, ...page };
}
