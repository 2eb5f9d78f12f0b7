import type { PageKind } from '../catalogue/types';
import { cleanLink, type IsTracking, trackingTest } from './clean-link';
import type { CompiledPlatform, CompiledShape } from './compiled-catalogue';
import type { DetectedPage } from './detected-page';
import type { HostMatch } from './match-host';
import { decodeSegment, type WebAddress } from './read-address';

/** A platform ready to read addresses: regular expressions made on first use, shapes found by their first segment. */
export interface PageReader {
  platform: CompiledPlatform['record'];
  hosts: Record<string, number>;
  lists: ShapeList[];
  reserved: Set<string>;
  isTracking: IsTracking;
}

interface ShapeList {
  byFirst: Map<string, ReadyShape[]>;
  open: ReadyShape[];
  /** Whether a subdomain can mean something here, such as a username. */
  subdomains: boolean;
}

interface ReadyShape extends CompiledShape {
  pathExpression?: RegExp;
  subdomainExpression?: RegExp;
}

/** Faces of the same site: languages, mobile and older versions. */
const SAME_SITE = /^(?:www\d?|m|mobile|mbasic|touch|amp|web|old|new|beta|l|[a-z]{2}|[a-z]{2}-[a-z]{2})$/;

/** First segments that show search results or a tag, wherever a record has no better shape. */
const SEARCH_SEGMENTS = new Set(['search', 'results', 'find', 'tag', 'tags', 'hashtag', 'explore', 'discover']);

export function createPageReader(compiled: CompiledPlatform): PageReader {
  return {
    platform: compiled.record,
    hosts: compiled.hosts,
    lists: compiled.lists.map(createShapeList),
    reserved: new Set(compiled.reserved),
    isTracking: trackingTest(compiled.trackingParams),
  };
}

export function createShapeList(shapes: CompiledShape[]): ShapeList {
  const byFirst = new Map<string, ReadyShape[]>();
  const open: ReadyShape[] = [];
  let subdomains = false;
  // A shape that asks for query keys or a fragment says more than one that does not, so it is tried first.
  const ordered = [...shapes].sort((a, b) => demands(b) - demands(a));
  for (const shape of ordered) {
    if (shape.subdomain !== null) subdomains = true;
    if (shape.first === null) open.push(shape);
    for (const first of shape.first ?? []) {
      const list = byFirst.get(first);
      if (list) list.push(shape);
      else byFirst.set(first, [shape]);
    }
  }
  return { byFirst, open, subdomains };
}

function demands(shape: CompiledShape): number {
  return shape.query.length + (shape.fragment ? 1 : 0);
}

/** Reads a page of the platform that owns the host. Always a page of that platform, if only of kind `other`. */
export function readPage(address: WebAddress, match: HostMatch, reader: PageReader): DetectedPage {
  const list = reader.lists[reader.hosts[match.host]!]!;
  const sameSite = match.subdomain === '' || SAME_SITE.test(match.subdomain);
  const found =
    (list.subdomains && match.subdomain !== '' && matchShapes(address, match.subdomain, list, reader.reserved)) ||
    (sameSite && matchShapes(address, '', list, reader.reserved)) ||
    null;
  return {
    platform: reader.platform.id,
    kind: found?.shape.kind ?? kindWithoutShape(address, sameSite),
    id: found?.id ?? null,
    username: found?.username ?? null,
    link: cleanLink(address, reader.isTracking, found ? found.shape.query.map(([key]) => key) : []),
  };
}

function kindWithoutShape(address: WebAddress, sameSite: boolean): PageKind {
  if (!sameSite) return 'other';
  if (address.path === '') return 'home';
  return SEARCH_SEGMENTS.has(firstSegment(address.path)) ? 'search' : 'other';
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
): ShapeMatch | null {
  const first = firstSegment(address.path);
  const literal = list.byFirst.get(first);
  if (literal) {
    for (const shape of literal) {
      const found = matchShape(address, subdomain, shape, reserved);
      if (found) return found;
    }
  }
  if (list.open.length === 0 || reserved.has(first.toLowerCase())) return null;
  for (const shape of list.open) {
    const found = matchShape(address, subdomain, shape, reserved);
    if (found) return found;
  }
  return null;
}

function matchShape(
  address: WebAddress,
  subdomain: string,
  shape: ReadyShape,
  reserved: ReadonlySet<string>,
): ShapeMatch | null {
  if ((shape.subdomain === null) !== (subdomain === '')) return null;
  const match: ShapeMatch = { shape, id: null, username: null };
  let group = 0;
  if (shape.subdomain !== null) {
    shape.subdomainExpression ??= new RegExp(`^(?:${shape.subdomain})$`);
    const labels = shape.subdomainExpression.exec(subdomain);
    if (!labels || (labels.length > 1 && reserved.has(subdomain))) return null;
    for (let at = 1; at < labels.length; at++) note(match, shape.names[group++]!, labels[at]);
  }
  shape.pathExpression ??= new RegExp(`^(?:${shape.path})$`);
  const segments = shape.pathExpression.exec(address.path);
  if (!segments) return null;
  for (let at = 1; at < segments.length; at++) note(match, shape.names[group++]!, segments[at]);
  return readQuery(address.search, shape, match) && readFragment(address.fragment, shape, match) ? match : null;
}

function note(match: ShapeMatch, name: string, value: string | undefined): void {
  if (!value) return;
  if (name === 'user') match.username ??= value.startsWith('@') ? value.slice(1) : value;
  else match.id ??= value;
}

function readQuery(search: string, shape: CompiledShape, match: ShapeMatch): boolean {
  for (const [key, pattern, name] of shape.query) {
    const value = queryValue(search, key);
    if (value === null || (pattern !== null && !new RegExp(`^(?:${pattern})$`).test(value))) return false;
    if (name !== null) note(match, name, new RegExp(`^(?:${pattern})$`).exec(value)?.[1]);
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

function readFragment(fragment: string, shape: CompiledShape, match: ShapeMatch): boolean {
  if (!shape.fragment) return true;
  const groups = new RegExp(`^(?:${shape.fragment.pattern})$`).exec(decodeSegment(fragment));
  if (!groups) return false;
  shape.fragment.names.forEach((name, at) => {
    note(match, name, groups[at + 1]);
  });
  return true;
}
