import commonNames from '../catalogue/reserved-names.json';
import type { PageKind } from '../catalogue/types';
import { cleanLink, type IsTracking, trackingTest } from './clean-link';
import type { CompiledPlatform, CompiledShape } from './compiled-catalogue';
import type { DetectedPage } from './detected-page';
import type { HostMatch } from './match-host';
import { decodeSegment, type WebAddress } from './read-address';

/** A platform ready to read addresses: regular expressions made on first use, shapes found by their first segment. */
export interface PageReader {
  platform: CompiledPlatform['record'];
  /** A map, because a property look-up by a string fresh from an address costs several times as much. */
  hosts: ReadonlyMap<string, ShapeList>;
  /** The list of all hosts, where they share one. */
  only: ShapeList | null;
  /** What the record itself reserves. */
  reserved: ReadonlySet<string>;
  isTracking: IsTracking;
}

interface ShapeList {
  byFirst: Map<string, ReadyShape[]>;
  open: ReadyShape[];
  /**
   * Those of `open` for which no name is reserved: a site under a subdomain of its own calls its pages as it likes,
   * and where any path will do, its first segment is no name.
   */
  unreserved: ReadyShape[];
  /** Whether a subdomain can mean something here, such as a username. */
  subdomains: boolean;
}

/**
 * A shape with its regular expressions, each made when it is first needed. All fields are there from the start and
 * in one order: shapes of different make would each slow every reading down.
 */
interface ReadyShape {
  shape: CompiledShape;
  leastSlashes: number;
  mostSlashes: number;
  asksQuery: boolean;
  /** What every path of this shape begins with; most of the shapes that are left are ruled out by it. */
  beginning: string;
  path: RegExp | null;
  subdomain: RegExp | null;
  query: (RegExp | null)[] | null;
  fragment: RegExp | null;
}

/** The characters of a pattern before its first group or escape. */
const BEGINNING = /^[^()[\]\\.*+?^$|{}]*/;

function readyShape(shape: CompiledShape): ReadyShape {
  const [least, most] = shape.slashes;
  return {
    shape,
    leastSlashes: least,
    mostSlashes: most ?? Number.MAX_SAFE_INTEGER,
    asksQuery: shape.query.length > 0,
    beginning: BEGINNING.exec(shape.path)![0],
    path: null,
    subdomain: null,
    query: null,
    fragment: null,
  };
}

/** Faces of the same site: languages, mobile and older versions. */
const SAME_SITE = /^(?:www\d?|m|mobile|mbasic|touch|amp|web|old|new|beta|l|[a-z]{2}|[a-z]{2}-[a-z]{2})$/;

/** First segments that show search results or a tag, wherever a record has no better shape. */
const SEARCH_SEGMENTS = new Set(
  'search results find browse explore discover tag tags hashtag hashtags topic topics category categories'.split(' '),
);

/** First segments that show somebody's own messages, likewise. */
const MESSAGE_SEGMENTS = new Set(['messages', 'messaging', 'inbox', 'conversations']);

/** Of the search segments, those whose second segment is what is shown. */
const TAG_PATH = /^\/(?:hash)?tags?\/([^/]+)/;

/** Likewise for searches, unless the second segment says which kind of thing is searched (`/search/videos?…`). */
const SEARCH_PATH = /^\/search\/([^/]+)$/;
const SEARCHED_THINGS = /^(?:accounts|artists|channels|index|models|pages|people|results|tags|title|top|tracks|users)$/;

/** The query keys in which sites hand over what is searched for. */
const SEARCH_KEYS = ['q', 'query', 'search_query', 'keyword', 'keywords', 'search', 'term', 'text'];

/** The front page by another name, likewise: the feed after signing in, a file's name. */
const FRONT_PAGE = /^\/(?:home|feed|index\.(?:html?|php))$/;

/** A language or country as the first segment: a face of the whole site (`/de`, `/pt-br/profile/jane`). */
const LANGUAGE =
  /^\/(?:ar|at|au|be|bg|br|ca|ch|cn|cs|da|de|el|en|es|et|fa|fi|fr|gb|he|hi|hr|hu|id|ie|in|it|ja|jp|ko|kr|lt|lv|ms|mx|nb|nl|no|nz|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|tw|uk|ur|us|vi|zh)(?:[-_][A-Za-z]{2,4})?(?=\/|$)/;

/** Languages that stand for a whole site far more often than for somebody's name, where a name could stand. */
const FACE = /^(?:ar|cs|de|en|es|fr|it|ja|ko|nl|pl|pt|ru|sv|tr|vi|zh|[a-z]{2}-[A-Za-z]{2}|zh-han[st]|es-419)$/;

/** Last segments that show a part of a profile or a group, which stays the page (`/jane/followers`). */
const TABS = new Set(
  (
    'about achievements activity albums all announcements answers archive articles audio awards badges bio blog ' +
    'bookmarks books boards clips closet collection collections comments commissions communities community contact ' +
    'created discussion discussions donations events faves favorites favourites featured feed feedback files follow ' +
    'followers following friends galleries gallery games goods groups guestbook highlights home images info inventory ' +
    'items journal journals latest likes links listings lists live lives media members membership merch moments music ' +
    'notes overview photos pictures pins playlists podcasts polls popular portfolio posts products profile projects ' +
    'questions quotes ratings recent reels releases replies repositories reposts requests reviews saved schedule sets ' +
    'shop shorts songs stars stats store stories streams submissions subscribers subscriptions tagged threads tiers ' +
    'tracks uploads video videos vods wishlist with_replies works _created _saved'
  ).split(' '),
);

/** What a tab can be part of. */
const HAS_TABS = new Set<PageKind>(['profile', 'channel', 'live', 'group']);

/** First segments that are nobody's name on any platform. */
const COMMON_NAMES: ReadonlySet<string> = new Set(commonNames);

/** What stands where a name does and is a page for signing in or for one's own account (`/users/sign_in`, `/user/me`). */
const NOBODY =
  /^(?:edit|explore|forgot[-_]?password|log-?in|log-?out|me|new|password|register|search|settings|sign[-_]?(?:in|out|up))$/;

/** Subdomains that are a face or a part of a site itself, where others belong to one user each (`jane.example.com`). */
const NEVER_AN_OWNER: ReadonlySet<string> = new Set(
  (
    'about accounts admin amp api assets auth beta blog careers cdn dev developer developers docs help i images img ' +
    'l legal login m mail mobile new old press secure static status support touch web www www1 www2 www3'
  ).split(' '),
);

/** What `/**` in a template becomes. */
const ANY_REST = '(?:/.*)?';

const CAPTURES = /\((?!\?)/;

export function createPageReader(compiled: CompiledPlatform): PageReader {
  const lists = compiled.lists.map(createShapeList);
  return {
    platform: compiled.record,
    hosts: new Map(Object.entries(compiled.hosts).map(([host, list]) => [host, lists[list]!])),
    only: lists.length === 1 ? lists[0]! : null,
    reserved: new Set(compiled.reserved),
    isTracking: trackingTest(compiled.trackingParams),
  };
}

export function createShapeList(shapes: CompiledShape[]): ShapeList {
  const byFirst = new Map<string, ReadyShape[]>();
  const open: ReadyShape[] = [];
  const unreserved: ReadyShape[] = [];
  let subdomains = false;
  // A shape that asks for query keys or a fragment says more than one that does not, so it is tried first.
  const ordered = [...shapes].sort((a, b) => demands(b) - demands(a));
  for (const shape of ordered) {
    if (shape.subdomain !== null) subdomains = true;
    const ready = readyShape(shape);
    if (shape.first === null) {
      open.push(ready);
      if ((shape.subdomain !== null && CAPTURES.test(shape.subdomain)) || shape.path.startsWith(ANY_REST)) {
        unreserved.push(ready);
      }
    }
    for (const first of shape.first ?? []) {
      const list = byFirst.get(first);
      if (list) list.push(ready);
      else byFirst.set(first, [ready]);
    }
  }
  return { byFirst, open, unreserved, subdomains };
}

function demands(shape: CompiledShape): number {
  return shape.query.length + (shape.fragment ? 1 : 0);
}

/** Reads a page of the platform that owns the host. Always a page of that platform, if only of kind `other`. */
export function readPage(address: WebAddress, match: HostMatch, reader: PageReader): DetectedPage {
  const list = reader.only ?? reader.hosts.get(match.host)!;
  const sameSite = match.subdomain === '' || match.subdomain === 'www' || SAME_SITE.test(match.subdomain);
  const find = (at: WebAddress, literalOnly = false): ShapeMatch | null =>
    (list.subdomains &&
      match.subdomain !== '' &&
      matchShapes(at, match.subdomain, list, reader.reserved, literalOnly)) ||
    (sameSite && matchShapes(at, '', list, reader.reserved, literalOnly)) ||
    null;
  let plain = address;
  let kind: PageKind | undefined;
  let found = find(address);
  if (!found) {
    const language = LANGUAGE.exec(address.path)?.[0];
    // Under a language only shapes that name their first segment: `/de/jane` may be a page that nobody foresaw.
    if (language) {
      plain = { ...address, path: address.path.slice(language.length) };
      found = plain.path === '' ? null : find(plain, !plain.path.startsWith('/@'));
    }
    if (!found) {
      found = findTabOwner(plain, (at) => find(at, plain !== address && !at.path.startsWith('/@')));
      if (found?.shape.kind === 'live') kind = 'channel';
    }
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

/** The profile or group whose part the last segment names, where no shape says more. */
function findTabOwner(address: WebAddress, find: (at: WebAddress) => ShapeMatch | null): ShapeMatch | null {
  const slash = address.path.lastIndexOf('/');
  if (slash < 0 || !TABS.has(address.path.slice(slash + 1).toLowerCase())) return null;
  const found = find({ ...address, path: address.path.slice(0, slash) });
  return found && (found.username || found.id) && HAS_TABS.has(found.shape.kind) ? found : null;
}

function kindWithoutShape({ path }: WebAddress, sameSite: boolean): PageKind {
  if (!sameSite) return 'other';
  if (path === '' || FRONT_PAGE.test(path)) return 'home';
  const first = firstSegment(path);
  if (SEARCH_SEGMENTS.has(first)) return 'search';
  return MESSAGE_SEGMENTS.has(first) ? 'message' : 'other';
}

/** What a search page without a shape of its own looks for, null where its address does not say. */
function searchedFor({ path, search }: WebAddress): string | null {
  for (const key of search ? SEARCH_KEYS : []) {
    const words = queryValue(search, key);
    if (words) return words;
  }
  const words = (TAG_PATH.exec(path) ?? SEARCH_PATH.exec(path))?.[1] ?? null;
  return words !== null && path.startsWith('/search') && (TABS.has(words) || SEARCHED_THINGS.test(words))
    ? null
    : words;
}

export interface ShapeMatch {
  shape: CompiledShape;
  id: string | null;
  username: string | null;
}

function firstSegment(path: string): string {
  const end = path.indexOf('/', 1);
  return end < 0 ? path.slice(1) : path.slice(1, end);
}

/** The first shape that fits; shapes with a literal first segment before those that begin with a placeholder. */
export function matchShapes(
  address: WebAddress,
  subdomain: string,
  list: ShapeList,
  reserved: ReadonlySet<string>,
  literalOnly = false,
): ShapeMatch | null {
  const first = firstSegment(address.path);
  const literal = list.byFirst.get(first);
  const found = literal ? matchFirst(address, subdomain, literal, reserved) : null;
  if (found || literalOnly || list.open.length === 0) return found;
  const name = first.toLowerCase();
  const open = COMMON_NAMES.has(name) || reserved.has(name) ? list.unreserved : list.open;
  return matchFirst(address, subdomain, open, reserved);
}

function matchFirst(
  address: WebAddress,
  subdomain: string,
  shapes: ReadyShape[],
  reserved: ReadonlySet<string>,
): ShapeMatch | null {
  const slashes = shapes.length > 1 ? countSlashes(address.path) : -1;
  for (const ready of shapes) {
    if (slashes >= 0 && (slashes < ready.leastSlashes || slashes > ready.mostSlashes)) continue;
    if (!address.path.startsWith(ready.beginning)) continue;
    if (ready.asksQuery && !hasKeys(address.search, ready.shape)) continue;
    const found = matchShape(address, subdomain, ready, reserved);
    if (found) return found;
  }
  return null;
}

function hasKeys(search: string, { query }: CompiledShape): boolean {
  for (const [key] of query) if (!search.includes(key)) return false;
  return true;
}

const SLASH = 47;

function countSlashes(path: string): number {
  let count = 0;
  for (let at = 0; at < path.length; at++) if (path.charCodeAt(at) === SLASH) count++;
  return count;
}

function matchShape(
  address: WebAddress,
  subdomain: string,
  ready: ReadyShape,
  reserved: ReadonlySet<string>,
): ShapeMatch | null {
  const { shape } = ready;
  if ((shape.subdomain === null) !== (subdomain === '')) return null;
  let group = 0;
  let labels: RegExpExecArray | null = null;
  if (shape.subdomain !== null) {
    ready.subdomain ??= whole(shape.subdomain);
    labels = ready.subdomain.exec(subdomain);
    if (!labels || (labels.length > 1 && (NEVER_AN_OWNER.has(subdomain) || reserved.has(subdomain)))) return null;
  }
  ready.path ??= whole(shape.path);
  const segments = ready.path.exec(address.path);
  if (!segments) return null;
  const match: ShapeMatch = { shape, id: null, username: null };
  if (labels) for (let at = 1; at < labels.length; at++) note(match, shape.names[group++]!, labels[at]);
  for (let at = 1; at < segments.length; at++) note(match, shape.names[group++]!, segments[at]);
  if (ready.asksQuery && !readQuery(address.search, ready, match)) return null;
  // Still encoded: a whole address pasted into one segment (`/watch%3Fv%3D…`), nobody's name.
  if (match.username?.includes('%')) return null;
  if (!labels && match.username !== null && FACE.test(match.username) && address.path.startsWith(match.username, 1))
    return null;
  if (
    !labels &&
    HAS_TABS.has(shape.kind) &&
    NOBODY.test(match.username ?? match.id ?? '') &&
    !address.path.includes('@')
  ) {
    return null;
  }
  return shape.fragment && !readFragment(address.fragment, ready, match) ? null : match;
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

function note(match: ShapeMatch, name: string, value: string | undefined): void {
  if (!value) return;
  if (name === 'user') match.username ??= value.startsWith('@') ? value.slice(1) : value;
  else match.id ??= value;
}

function readQuery(search: string, ready: ReadyShape, match: ShapeMatch): boolean {
  const { query } = ready.shape;
  ready.query ??= query.map(([, pattern]) => (pattern === null ? null : whole(pattern)));
  for (let at = 0; at < query.length; at++) {
    const [key, , name] = query[at]!;
    const value = queryValue(search, key);
    if (value === null) return false;
    const expression = ready.query[at];
    if (!expression) continue;
    const groups = expression.exec(value);
    if (!groups) return false;
    if (name !== null) note(match, name, groups[1]);
  }
  return true;
}

/** The value of a query key without the cost of a URLSearchParams object; null where the key is missing. */
function queryValue(search: string, key: string): string | null {
  let at = 0;
  while (true) {
    at = search.indexOf(key, at + 1);
    if (at < 1) return null;
    const before = search[at - 1];
    if (before !== '?' && before !== '&') continue;
    const after = search[at + key.length];
    if (after !== '=' && after !== '&' && after !== undefined) continue;
    if (after !== '=') return '';
    const end = search.indexOf('&', at);
    const value = search.slice(at + key.length + 1, end < 0 ? undefined : end);
    return value.includes('%') || value.includes('+') ? decodeSegmentOrKeep(value.replaceAll('+', ' ')) : value;
  }
}

function decodeSegmentOrKeep(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function readFragment(fragment: string, ready: ReadyShape, match: ShapeMatch): boolean {
  const { pattern, names } = ready.shape.fragment!;
  ready.fragment ??= whole(pattern);
  const decoded = decodeSegment(fragment);
  // A route in a fragment may carry a query of its own (`#/article/1?utm_source=x`).
  const groups = ready.fragment.exec(decoded) ?? ready.fragment.exec(decoded.replace(/\/?(?:\?.*)?$/, ''));
  if (!groups) return false;
  names.forEach((name, at) => {
    note(match, name, groups[at + 1]);
  });
  return true;
}
