import type { HostClaims } from './compiled-catalogue';
import type { WebAddress } from './read-address';

/** The platform that owns an address's host, and the host of the record that says so. */
export interface HostMatch {
  platform: number;
  /** The host as the record has it. */
  host: string;
  /** The labels before it, without `www` and its kin; empty for the plain host. */
  subdomain: string;
}

/**
 * Finds whose host this is: the longest host of any record that is the address's host or a parent of it; on a
 * shared host the longest path prefix. The cost does not grow with the catalogue: one look-up a label.
 * @param within only shorter hosts than this match's, for when its record does not name the host after all
 */
export function matchHost({ host, path }: WebAddress, claims: HostClaims, within?: HostMatch): HostMatch | null {
  // No record's host begins with www.; compile-platforms.ts takes it off.
  let at = host.startsWith('www.') ? 4 : 0;
  if (within) at = host.indexOf('.', host.length - within.host.length) + 1;
  // A top-level domain alone is nobody's, so the last dot ends it.
  for (let dot = host.indexOf('.', at); dot >= 0; at = dot + 1, dot = host.indexOf('.', at)) {
    const candidate = at === 0 ? host : host.slice(at);
    const claim = claims.get(candidate);
    if (claim !== undefined) {
      const platform = typeof claim === 'number' ? claim : longestPrefix(path, claim);
      if (platform !== null) return { platform, host: candidate, subdomain: at === 0 ? '' : host.slice(0, at - 1) };
    }
  }
  return null;
}

function longestPrefix(path: string, claims: [string, number][]): number | null {
  for (const [prefix, platform] of claims) {
    if (path.startsWith(prefix) && (path.length === prefix.length || prefix === '' || path[prefix.length] === '/')) {
      return platform;
    }
  }
  return null;
}
