import type { HostClaim, HostIndex } from './compiled-catalogue';

/**
 * The claims as one text, which the popup loads and reads faster than a list of pairs: the hosts of each platform,
 * `host` or `host/path`, with a blank between them and `|` between platforms, in the order of their numbers.
 */
export function writeClaims(claims: HostIndex['claims'], platforms: number): string {
  const entries: string[][] = Array.from({ length: platforms }, () => []);
  for (const [host, claim] of claims) {
    if (typeof claim === 'number') entries[claim]!.push(host);
    else for (const [prefix, platform] of claim) entries[platform]!.push(host + prefix);
  }
  return entries.map((hosts) => hosts.join(' ')).join('|');
}

/** What `writeClaims` wrote. */
export function readClaims(text: string): HostIndex['claims'] {
  const claims = new Map<string, HostClaim>();
  let platform = 0;
  for (const hosts of text.split('|')) {
    for (const entry of hosts ? hosts.split(' ') : []) addClaim(claims, entry, platform);
    platform++;
  }
  return claims;
}

/** One platform's claim to a host or a part of it; gives the platform that already has exactly this one, or null. */
export function addClaim(claims: Map<string, HostClaim>, entry: string, platform: number): number | null {
  const slash = entry.indexOf('/');
  const host = slash < 0 ? entry : entry.slice(0, slash);
  const prefix = slash < 0 ? '' : entry.slice(slash);
  const known = claims.get(host);
  if (known === undefined && prefix === '') {
    claims.set(host, platform);
    return null;
  }
  const list: [string, number][] = known === undefined ? [] : typeof known === 'number' ? [['', known]] : known;
  const rival = list.find(([other]) => other === prefix);
  if (rival) return rival[1];
  list.push([prefix, platform]);
  list.sort(([a], [b]) => b.length - a.length);
  claims.set(host, list);
  return null;
}
