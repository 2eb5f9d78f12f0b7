import commonNames from '../catalogue/reserved-names.json';
import type { PageKind } from '../catalogue/types';
import { cleanLink, type IsTracking, trackingTest } from './clean-link';
import type { CompiledPlatform, CompiledShape } from './compiled-catalogue';
import type { DetectedPage } from './detected-page';
import type { HostMatch } from './match-host';
import { decodeSegments, type WebAddress } from './read-address';

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
  /** The path after its beginning. */
  rest: RegExp | null;
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
    rest: null,
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

/** The query keys in which sites hand over what is searched for. */
const SEARCH_KEYS = ['q', 'query', 'search_query', 'keyword', 'keywords', 'search', 'term', 'text'];

/** The front page by another name, likewise: the feed after signing in, a file's name. */
const FRONT_PAGE = /^\/(?:home|feed|index\.(?:html?|php))$/;

/** A language or country as the first segment: a face of the whole site (`/de`, `/pt-br/profile/jane`). */
const LANGUAGE =
  /^\/(?:ar|at|au|be|bg|br|ca|ch|cn|cs|da|de|el|en|es|et|fa|fi|fr|gb|he|hi|hr|hu|id|ie|in|it|ja|jp|ko|kr|lt|lv|ms|mx|nb|nl|no|nz|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|tw|uk|ur|us|vi|zh)(?:[-_][A-Za-z]{2,4})?(?=\/|$)/;

/** Last segments that show a part of a profile or a group, which stays the page (`/jane/followers`). */
const TABS = new Set(
  (
    'about activity albums all archive articles audio badges bio blog boards clips collections comments community ' +
    'events favorites favourites featured feed followers following friends gallery games groups highlights info items ' +
    'journal likes links lists live media members membership moments music overview photos pictures playlists podcasts ' +
    'popular portfolio posts products profile projects questions reels replies reposts reviews saved schedule shop ' +
    'shorts songs stats store stories streams subscriptions tagged tracks uploads video videos vods wishlist works'
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
  let found = findShape(address, match.subdomain, sameSite, list, reader.reserved);
  let plain = address;
  let kind: PageKind | undefined;
  if (!found) {
    const language = LANGUAGE.exec(address.path)?.[0];
    if (language) plain = { ...address, path: address.path.slice(language.length) };
    // Under a language only shapes that name their first segment: `/de/jane` may be a page that nobody foresaw.
    const find = (at: WebAddress) =>
      findShape(at, match.subdomain, sameSite, list, reader.reserved, plain !== address && !at.path.startsWith('/@'));
    if (language && plain.path) found = find(plain);
    found ??= findTabOwner(plain, find);
    if (found?.shape.kind === 'live' && TABS.has(lastSegment(plain.path))) kind = 'channel';
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

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** The profile or group whose part the last segment names, where no shape says more. */
function findTabOwner(address: WebAddress, find: (at: WebAddress) => ShapeMatch | null): ShapeMatch | null {
  const { path } = address;
  if (!TABS.has(lastSegment(path))) return null;
  const found = find({ ...address, path: path.slice(0, path.lastIndexOf('/')) });
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
  return TAG_PATH.exec(path)?.[1] ?? null;
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
  const slashes = countSlashes(address.path);
  const literal = list.byFirst.get(first);
  const found = literal ? matchFirst(address, slashes, subdomain, literal, reserved) : null;
  if (found || literalOnly || list.open.length === 0) return found;
  const name = first.toLowerCase();
  const open = COMMON_NAMES.has(name) || reserved.has(name) ? list.unreserved : list.open;
  return matchFirst(address, slashes, subdomain, open, reserved);
}

function matchFirst(
  address: WebAddress,
  slashes: number,
  subdomain: string,
  shapes: ReadyShape[],
  reserved: ReadonlySet<string>,
): ShapeMatch | null {
  for (const ready of shapes) {
    if (slashes < ready.leastSlashes || slashes > ready.mostSlashes) continue;
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
  // That the path begins as the shape does is known.
  const { length } = ready.beginning;
  ready.rest ??= whole(shape.path.slice(length));
  const segments = ready.rest.exec(address.path.slice(length));
  if (!segments) return null;
  const match: ShapeMatch = { shape, id: null, username: null };
  if (labels) for (let at = 1; at < labels.length; at++) note(match, shape.names[group++]!, labels[at]);
  for (let at = 1; at < segments.length; at++) note(match, shape.names[group++]!, segments[at]);
  if (ready.asksQuery && !readQuery(address.search, ready, match)) return null;
  // Still encoded: a whole address pasted into one segment (`/watch%3Fv%3D…`), nobody's name.
  if (match.username?.includes('%')) return null;
  if (!labels && isNobody(match, address.path)) return null;
  return shape.fragment && !readFragment(address.fragment, ready, match) ? null : match;
}

/** A page for signing in or of one's own where a name could stand, or `/de`: the site's own far more often than a name. */
function isNobody({ id, shape, username }: ShapeMatch, path: string): boolean {
  if (username !== null && LANGUAGE.exec(path)?.[0].slice(1) === username) return true;
  return HAS_TABS.has(shape.kind) && NOBODY.test(username ?? id ?? '') && !path.includes('@');
}

/**
 * The expression for a whole text, one for all shapes that end alike (`/video/{id}`, `/watch/{id}`): each has machine
 * code of its own, and what was not run lately is slow to run.
 */
function whole(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known) return known;
  const made = new RegExp(`^(?:${pattern})$`);
  expressions.set(pattern, made);
  return made;
}

const expressions = new Map<string, RegExp>();

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
  const decoded = decodeSegments(fragment);
  // A route in a fragment may carry a query of its own (`#/article/1?utm_source=x`).
  const groups = ready.fragment.exec(decoded) ?? ready.fragment.exec(decoded.replace(/\/?(?:\?.*)?$/, ''));
  if (!groups) return false;
  names.forEach((name, at) => {
    note(match, name, groups[at + 1]);
  });
  return true;
}
