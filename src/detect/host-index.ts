import type { HostClaim, HostClaims } from './compiled-catalogue';

/**
 * The claims as the popup loads them, in a quarter of the room of the hosts' names: only a mark of three characters is
 * kept, one for all hosts of a family such as `google.com`, `google.co.uk` and `google.de`. So a host of no record can
 * look like one of a record: whoever asks must see whether the platform's own record names the host.
 */
export interface WrittenClaims {
  /** Three characters a name; `|` between the names of one value and those of the next. */
  marks: string;
  /** The value of the names before the first `|` is platform 0, and so on; after the platforms come these. */
  shared: Exclude<HostClaim, number>[];
  platforms: number;
  /** Chosen so that every host of the records is found. */
  seed: number;
}

const MARK_LENGTH = 3;
/** More would tell names further apart, and fewer pack better: one host in a hundred of no record looks like one of one. */
const MARK_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** `airbnb.co.uk` → `airbnb.*` */
function familyOf(host: string): string {
  return host.replace(/(?:\.(?:co|com|org|net))?\.[a-z]+$/, '.*');
}

/** A hash (FNV-1a) of the host in three characters. */
function markOf(name: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
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
  const names = byFamily(claims);
  const namesByValue: string[][] = Array.from({ length: platforms }, () => []);
  const shared: WrittenClaims['shared'] = [];
  const sharedNumbers = new Map<string, number>();
  for (const [name, claim] of names) {
    let value = claim;
    if (typeof value !== 'number') {
      const identity = JSON.stringify(value);
      if (!sharedNumbers.has(identity)) {
        sharedNumbers.set(identity, platforms + shared.length);
        shared.push(value);
        namesByValue.push([]);
      }
      value = sharedNumbers.get(identity)!;
    }
    namesByValue[value]!.push(name);
  }
  for (let seed = 1; seed < 2_000; seed++) {
    if (!tellsApart(names.keys(), seed)) continue;
    const marks = namesByValue.map((ofValue) => ofValue.map((name) => markOf(name, seed)).join('')).join('|');
    const written = { marks, shared, platforms, seed };
    if (findsAll(claims, written)) return written;
  }
  throw new Error(`The marks of ${names.size} hosts cannot be told apart: make them longer.`);
}

/** The families whose hosts all have the same claim, and the hosts of all others. */
function byFamily(claims: ReadonlyMap<string, HostClaim>): Map<string, HostClaim> {
  const families = new Map<string, Set<string>>();
  for (const [host, claim] of claims) {
    const family = familyOf(host);
    families.set(family, (families.get(family) ?? new Set()).add(JSON.stringify(claim)));
  }
  return new Map(
    Array.from(claims, ([host, claim]) => [families.get(familyOf(host))!.size === 1 ? familyOf(host) : host, claim]),
  );
}

function tellsApart(names: Iterable<string>, seed: number): boolean {
  const marks = new Set<string>();
  for (const name of names) {
    const mark = markOf(name, seed);
    if (marks.has(mark)) return false;
    marks.add(mark);
  }
  return true;
}

/** Whether no host that is known by its family looks like another name. */
function findsAll(claims: ReadonlyMap<string, HostClaim>, written: WrittenClaims): boolean {
  const found = claimsIn(written);
  return Array.from(claims).every(([host, claim]) => JSON.stringify(found.get(host)) === JSON.stringify(claim));
}

/** What `writeClaims` wrote, looked up in the text itself: the popup asks for two or three hosts. */
export function claimsIn({ marks, shared, platforms, seed }: WrittenClaims): HostClaims {
  const claimOf = (name: string): HostClaim | undefined => {
    const mark = markOf(name, seed);
    for (let at = marks.indexOf(mark); at >= 0; at = marks.indexOf(mark, at + 1)) {
      const start = marks.lastIndexOf('|', at) + 1;
      // Half of one mark and half of the next are nobody's.
      if ((at - start) % MARK_LENGTH > 0) continue;
      const value = marks.slice(0, start).split('|').length - 1;
      return value < platforms ? value : shared[value - platforms];
    }
    return undefined;
  };
  return { get: (host) => claimOf(host) ?? claimOf(familyOf(host)) };
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
