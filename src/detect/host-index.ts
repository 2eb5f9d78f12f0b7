import type { HostClaim, HostIndex } from './compiled-catalogue';

/**
 * The claims as one text, which the popup loads and reads faster than a list of pairs: the hosts of each platform,
 * `host` or `host/path`, with a blank between them and `|` between platforms, in the order of their numbers.
 */
export function writeClaims(claims: ReadonlyMap<string, HostClaim>, platforms: number): string {
  const entries: string[][] = Array.from({ length: platforms }, () => []);
  for (const [host, claim] of claims) {
    if (typeof claim === 'number') entries[claim]!.push(host);
    else for (const [prefix, platform] of claim) entries[platform]!.push(host + prefix);
  }
  return entries.map((hosts) => hosts.join(' ')).join('|');
}

const isBetween = (character: string | undefined) => character === undefined || character === ' ' || character === '|';

/**
 * What `writeClaims` wrote, looked up in the text itself: the popup asks for two or three hosts, and a map of two
 * thousand would take longer to make than all its answers together.
 */
export function claimsIn(text: string): HostIndex['claims'] {
  return {
    get(host) {
      const claims = new Map<string, HostClaim>();
      if (host === '') return undefined;
      for (let at = text.indexOf(host); at >= 0; at = text.indexOf(host, at + 1)) {
        const after = text[at + host.length];
        if (!isBetween(text[at - 1]) || !(after === '/' || isBetween(after))) continue;
        let end = at + host.length;
        while (!isBetween(text[end])) end++;
        addClaim(claims, text.slice(at, end), countBars(text, at));
      }
      return claims.get(host);
    },
  };
}

/** Number of platforms before this place. */
function countBars(text: string, before: number): number {
  let count = 0;
  for (let at = text.indexOf('|'); at >= 0 && at < before; at = text.indexOf('|', at + 1)) count++;
  return count;
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
