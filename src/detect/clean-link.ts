import globalTrackingParams from '../catalogue/tracking-params.json';
import type { CompiledShape } from './compiled-catalogue';
import { decodeOrKeep, type WebAddress } from './read-address';

/** Tells which query parameters identify the sharer; `name*` in a list stands for every name that begins so. */
export type IsTracking = (key: string) => boolean;

export function trackingTest(params: readonly string[]): IsTracking {
  if (params.length === 0) return isTrackingAnywhere;
  const isOwn = nameTest(params);
  return (key) => isTrackingAnywhere(key) || isOwn(key);
}

function nameTest(params: readonly string[]): IsTracking {
  const exact = new Set<string>();
  const beginnings: string[] = [];
  for (const param of params) {
    if (param.endsWith('*')) beginnings.push(param.slice(0, -1));
    else exact.add(param);
  }
  return (key) => {
    if (exact.has(key)) return true;
    for (const beginning of beginnings) if (key.startsWith(beginning)) return true;
    return false;
  };
}

/** One for all platforms: most of what is looked up here is the same names again and again. */
const isTrackingAnywhere = nameTest(globalTrackingParams);

/**
 * The address without what identifies the person who shared it: tracking parameters and text fragments go,
 * everything else stays as it was, since any other part may be needed to open the content.
 * @param shape the matched shape: the query keys that it reads stay even where a list calls them tracking
 */
export function cleanLink(address: WebAddress, isTracking: IsTracking, shape?: CompiledShape): string {
  const { href, search, fragment } = address;
  const textFragment = fragment ? fragment.indexOf(':~:') : -1;
  if (!search && textFragment < 0) return href;

  const withoutFragment = href.length - (fragment ? fragment.length + 1 : 0);
  const cleanFragment = textFragment < 0 ? fragment : fragment.slice(0, textFragment);
  const cleanSearch = search && keptSearch(search, isTracking, shape);
  if (cleanSearch === search && textFragment < 0) return href;
  return (
    href.slice(0, withoutFragment - search.length) +
    (cleanSearch.length > 1 ? cleanSearch : '') +
    (cleanFragment ? `#${cleanFragment}` : '')
  );
}

/** The query without its tracking parameters, the very same text where there is none. */
function keptSearch(search: string, isTracking: IsTracking, shape: CompiledShape | undefined): string {
  let kept = '?';
  // Up to here everything stays; most queries are kept to their end and never cut.
  let start = 1;
  for (let at = 1; at < search.length; ) {
    const ampersand = search.indexOf('&', at);
    const end = ampersand < 0 ? search.length : ampersand;
    const key = keyOf(search, at, end);
    if (isTracking(key) && !shape?.query.some(([read]) => read === key)) {
      if (start < at) kept += (kept.length > 1 ? '&' : '') + search.slice(start, at - 1);
      start = end + 1;
    }
    at = end + 1;
  }
  if (start === 1) return search;
  if (start < search.length) kept += (kept.length > 1 ? '&' : '') + search.slice(start);
  return kept;
}

function keyOf(search: string, start: number, end: number): string {
  const equals = search.indexOf('=', start);
  return decodeOrKeep(search.slice(start, equals < 0 || equals > end ? end : equals));
}
