import type { HostClaims } from './compiled-catalogue';
import { type DetectedPage, NO_PAGE } from './detected-page';
import { matchHost } from './match-host';
import type { WebAddress } from './read-address';
import { type PageReader, readPage } from './read-page';

/** Finds the reader of a platform's record by its number; undefined while that is not loaded. */
export type FindReader = (platform: number) => PageReader | undefined;

/** Reads a page on a host that no record claims. */
export type ReadElsewhere = (address: WebAddress) => Detection;

export interface Detection {
  page: DetectedPage;
  /** Number of the platform's record; null for a website that is no known platform. */
  number: number | null;
}

/** What has to be loaded first: the record with this number, or for null the reading of hosts that no record claims. */
export interface Ask {
  page: null;
  number: number | null;
}

/**
 * What an address alone tells about a page. The one way to detect, for all: where the records are in memory it answers
 * at once; where they are loaded one by one, the caller loads what is asked for and calls again.
 * @param address null for what is no web page's address: it gives `NO_PAGE`
 * @param readElsewhere `pageElsewhere` with its shapes; undefined while these are not loaded
 */
export function detectOrAsk(
  address: WebAddress | null,
  claims: HostClaims,
  findReader: FindReader,
  readElsewhere: ReadElsewhere | undefined,
): Detection | Ask {
  if (!address) return { page: NO_PAGE, number: null };
  for (let match = matchHost(address, claims); match; match = matchHost(address, claims, match)) {
    const number = match.platform;
    const reader = findReader(number);
    if (!reader) return { page: null, number };
    const page = readPage(address, match, reader);
    // The claims may know hosts by a short mark alone; the record knows its own.
    if (page) return { page, number };
  }
  return readElsewhere?.(address) ?? { page: null, number: null };
}
