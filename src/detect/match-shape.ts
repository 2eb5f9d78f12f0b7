import commonNames from '../catalogue/reserved-names.json';
import type { PageKind } from '../catalogue/types';
import type { CompiledShape } from './compiled-catalogue';
import { firstSegment, languageOf } from './path-segments';
import { queryValue } from './query-value';
import { decodeSegments, type WebAddress } from './read-address';
import type { ReadyShape, ShapeList } from './shape-list';

/** A shape that an address fits, and what was read by it. */
export interface ShapeMatch {
  shape: CompiledShape;
  id: string | null;
  username: string | null;
}

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

/** Kinds of page that belong to a person or a group: only they have tabs, and a name of nobody's there is no page. */
export const OF_SOMEBODY: ReadonlySet<PageKind> = new Set<PageKind>(['profile', 'channel', 'live', 'group']);

/**
 * The first shape that fits; shapes with a literal first segment before those that begin with a placeholder.
 * @param subdomain the labels that must mean something to the shape, empty for shapes of the plain host
 * @param reserved first segments and subdomains that are nobody's name here, besides those that are so everywhere
 * @param literalOnly without the shapes that begin with a placeholder
 */
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
  if (username !== null && languageOf(path)?.slice(1) === username) return true;
  return OF_SOMEBODY.has(shape.kind) && NOBODY.test(username ?? id ?? '') && !path.includes('@');
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

const expressions = new Map<string, RegExp>();

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
