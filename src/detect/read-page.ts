import type { PageKind } from '../catalogue/types';
import { cleanLink, type IsTracking, trackingTest } from './clean-link';
import type { CompiledPlatform } from './compiled-catalogue';
import type { DetectedPage } from './detected-page';
import type { HostMatch } from './match-host';
import { matchShapes, type ShapeMatch } from './match-shape';
import { findTabOwner, isTab, kindWithoutShape, searchedFor } from './page-without-shape';
import { languageOf } from './path-segments';
import type { WebAddress } from './read-address';
import { createShapeList, type ShapeList } from './shape-list';

/** A platform ready to read addresses: regular expressions made on first use, shapes found by their first segment. */
export interface PageReader {
  platform: CompiledPlatform['record'];
  /** A map, because a property look-up by a string fresh from an address costs several times as much. */
  hosts: ReadonlyMap<string, ShapeList>;
  /** What the record itself reserves. */
  reserved: ReadonlySet<string>;
  isTracking: IsTracking;
}

/** Faces of the same site: languages, mobile and older versions. */
const SAME_SITE = /^(?:www\d?|m|mobile|mbasic|touch|amp|web|old|new|beta|l|[a-z]{2}(?:-[a-z]{2})?)$/;

export function createPageReader(compiled: CompiledPlatform): PageReader {
  const lists = compiled.lists.map(createShapeList);
  return {
    platform: compiled.record,
    hosts: new Map(Object.entries(compiled.hosts).map(([host, list]) => [host, lists[list]!])),
    reserved: new Set(compiled.reserved),
    isTracking: trackingTest(compiled.trackingParams),
  };
}

/**
 * Reads a page of the platform that owns the host: always a page of that platform, if only of kind `other`.
 * @returns null where the record does not name the host after all
 */
export function readPage(address: WebAddress, match: HostMatch, reader: PageReader): DetectedPage | null {
  const list = reader.hosts.get(match.host);
  if (!list) return null;
  const sameSite = match.subdomain === '' || match.subdomain === 'www' || SAME_SITE.test(match.subdomain);
  let found = findShape(address, match.subdomain, sameSite, list, reader.reserved);
  let plain = address;
  let kind: PageKind | undefined;
  if (!found) {
    const language = languageOf(address.path);
    if (language) plain = { ...address, path: address.path.slice(language.length) };
    // Under a language only shapes that name their first segment: `/de/jane` may be a page that nobody foresaw.
    const find = (at: WebAddress) =>
      findShape(at, match.subdomain, sameSite, list, reader.reserved, plain !== address && !at.path.startsWith('/@'));
    if (language && plain.path) found = find(plain);
    found ??= findTabOwner(plain, find);
    if (found?.shape.kind === 'live' && isTab(plain.path)) kind = 'channel';
  }
  kind ??= found?.shape.kind ?? kindWithoutShape(plain, sameSite);
  return {
    platform: reader.platform.id,
    kind,
    id: found ? found.id : kind === 'search' ? searchedFor(plain) : null,
    username: found?.username ?? null,
    link: cleanLink(address, reader.isTracking, found?.shape),
  };
}

function findShape(
  address: WebAddress,
  subdomain: string,
  sameSite: boolean,
  list: ShapeList,
  reserved: ReadonlySet<string>,
  literalOnly = false,
): ShapeMatch | null {
  return (
    (list.subdomains && subdomain !== '' && matchShapes(address, subdomain, list, reserved, literalOnly)) ||
    (sameSite && matchShapes(address, '', list, reserved, literalOnly)) ||
    null
  );
}
