import type { CompiledPlatform, HostClaims, HostIndex } from './compiled-catalogue';
import { detectOrAsk, type ReadElsewhere } from './detect-or-ask';
import type { DetectedPage } from './detected-page';
import { pageElsewhere } from './page-elsewhere';
import { readAddress } from './read-address';
import { createPageReader, type PageReader } from './read-page';

/** Everything detection needs, all platforms in memory (the shell view, tests, benchmarks). */
export interface DetectCatalogue {
  claims: HostClaims;
  reader(platform: number): PageReader;
  readElsewhere: ReadElsewhere;
}

/** @param compiled in the order of the numbers that the index names */
export function createDetectCatalogue({ claims, anyHost }: HostIndex, compiled: CompiledPlatform[]): DetectCatalogue {
  const readers: PageReader[] = [];
  return {
    claims,
    reader: (platform) => (readers[platform] ??= createPageReader(compiled[platform]!)),
    readElsewhere: (address) => pageElsewhere(address, anyHost),
  };
}

/** What an address alone tells about a page. Never throws; an address that is no web page's gives `NO_PAGE`. */
export function detectPage(address: string, { claims, reader, readElsewhere }: DetectCatalogue): DetectedPage {
  // Who holds everything is asked for nothing.
  return detectOrAsk(readAddress(address), claims, reader, readElsewhere).page!;
}
