import globalTrackingParams from '../catalogue/tracking-params.json';
import type { WebAddress } from './read-address';

/** Tells which query parameters identify the sharer; `name*` in a list stands for every name that begins so. */
export type IsTracking = (key: string) => boolean;

export function trackingTest(params: readonly string[]): IsTracking {
  const exact = new Set<string>();
  const beginnings: string[] = [];
  for (const param of [...globalTrackingParams, ...params]) {
    if (param.endsWith('*')) beginnings.push(param.slice(0, -1));
    else exact.add(param);
  }
  return (key) => exact.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
}

/**
 * The address without what identifies the person who shared it: tracking parameters and text fragments go,
 * everything else stays as it was, since any other part may be needed to open the content.
 * @param keep query keys that the matched shape reads, which stay even where a list calls them tracking
 */
export function cleanLink(address: WebAddress, isTracking: IsTracking, keep: readonly string[]): string {
  const { href, search, fragment } = address;
  const textFragment = fragment.indexOf(':~:');
  if (!search && textFragment < 0) return href;

  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => {
      const key = keyOf(pair);
      return keep.includes(key) || !isTracking(key);
    });
  const cleanSearch = kept.length && kept[0] !== '' ? `?${kept.join('&')}` : '';
  const cleanFragment = textFragment < 0 ? fragment : fragment.slice(0, textFragment);
  const end = href.length - search.length - (fragment ? fragment.length + 1 : 0);
  return href.slice(0, end) + cleanSearch + (cleanFragment ? `#${cleanFragment}` : '');
}

function keyOf(pair: string): string {
  const equals = pair.indexOf('=');
  const key = equals < 0 ? pair : pair.slice(0, equals);
  if (!key.includes('%')) return key;
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
