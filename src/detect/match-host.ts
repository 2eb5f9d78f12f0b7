import type { HostIndex } from './compiled-catalogue';
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
 */
export function matchHost(address: WebAddress, index: HostIndex): HostMatch | null {
  const { host } = address;
  // No record's host begins with www.; compile-platforms.ts takes it off.
  for (let at = host.startsWith('www.') ? 4 : 0; at >= 0; ) {
    const candidate = at === 0 ? host : host.slice(at);
    const claim = index.claims.get(candidate);
    if (claim !== undefined) {
      const platform = typeof claim === 'number' ? claim : longestPrefix(address.path, claim);
      if (platform !== null) return { platform, host: candidate, subdomain: at === 0 ? '' : host.slice(0, at - 1) };
    }
    const dot = host.indexOf('.', at);
    at = dot < 0 ? -1 : dot + 1;
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
