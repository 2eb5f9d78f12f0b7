import type { HostClaim, HostClaims } from './compiled-catalogue';

/**
 * The claims as the popup loads them. Of each host only a mark of three characters is kept, which takes half the room
 * of the hosts' names. So a host of no record can look like one of a record (once in some hundred): whoever asks must
 * see whether the platform's own record names the host.
 */
export interface WrittenClaims {
  /** Three characters a host; `|` between the hosts of one value and those of the next. */
  marks: string;
  /** The value of the hosts before the first `|` is platform 0, and so on; after the platforms come these. */
  shared: Exclude<HostClaim, number>[];
  platforms: number;
  /** Chosen so that no two hosts of the records have the same mark. */
  seed: number;
}

const MARK_LENGTH = 3;
/** Whatever a string can hold without being escaped, but for the `|` between values. */
const MARK_CHARACTERS = '!#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{}~';

/** A hash (FNV-1a) of the host in three characters. */
function markOf(host: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < host.length; at++) hash = Math.imul(hash ^ host.charCodeAt(at), 0x01000193);
  let rest = (hash ^ (hash >>> 15)) >>> 0;
  let mark = '';
  while (mark.length < MARK_LENGTH) {
    mark += MARK_CHARACTERS[rest % MARK_CHARACTERS.length];
    rest = Math.floor(rest / MARK_CHARACTERS.length);
  }
  return mark;
}

/** @throws Error where the records have so many hosts that their marks cannot be told apart */
export function writeClaims(claims: ReadonlyMap<string, HostClaim>, platforms: number): WrittenClaims {
  const hostsByValue: string[][] = Array.from({ length: platforms }, () => []);
  const shared: WrittenClaims['shared'] = [];
  const sharedNumbers = new Map<string, number>();
  for (const [host, claim] of claims) {
    let value = claim;
    if (typeof value !== 'number') {
      const identity = JSON.stringify(value);
      if (!sharedNumbers.has(identity)) {
        sharedNumbers.set(identity, platforms + shared.length);
        shared.push(value);
        hostsByValue.push([]);
      }
      value = sharedNumbers.get(identity)!;
    }
    hostsByValue[value]!.push(host);
  }
  for (let seed = 1; seed < 2_000; seed++) {
    if (!tellsApart(claims.keys(), seed)) continue;
    const marks = hostsByValue.map((hosts) => hosts.map((host) => markOf(host, seed)).join('')).join('|');
    return { marks, shared, platforms, seed };
  }
  throw new Error(`The marks of ${claims.size} hosts cannot be told apart: make them longer.`);
}

function tellsApart(hosts: Iterable<string>, seed: number): boolean {
  const marks = new Set<string>();
  for (const host of hosts) {
    const mark = markOf(host, seed);
    if (marks.has(mark)) return false;
    marks.add(mark);
  }
  return true;
}

/** What `writeClaims` wrote, looked up in the text itself: the popup asks for two or three hosts. */
export function claimsIn({ marks, shared, platforms, seed }: WrittenClaims): HostClaims {
  return {
    get(host) {
      const mark = markOf(host, seed);
      let value = 0;
      for (let at = 0; at < marks.length; ) {
        if (marks[at] === '|') {
          value++;
          at++;
        } else if (marks.startsWith(mark, at)) {
          return value < platforms ? value : shared[value - platforms];
        } else at += MARK_LENGTH;
      }
      return undefined;
    },
  };
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
