import { isForPlans } from '../catalogue/grades';
import commonNames from '../catalogue/reserved-names.json';
import type { AddressShape, Platform } from '../catalogue/types';
import type { CompiledPlatform, CompiledShape, HostClaim, HostIndex } from './compiled-catalogue';
import { addClaim } from './host-index';

/** A template that cannot be understood; the message names the platform, the shape and what is wrong. */
class ShapeError extends Error {}

/**
 * Subdomains that show the same pages as the host itself: `www` and mobile sites. Never a label that stands right
 * before the top-level domain: `m.me` is a host of its own, and `me` would claim every `.me` site.
 */
const SAME_SITE_PREFIX = /^(?:www\d?|m|mobile)\.(?=[^.]+\.)/;

/**
 * Compiles the records for detection.
 * @param platforms in the order that gives them their numbers
 * @throws ShapeError where a template is malformed or names a host that its record does not claim
 */
export function compilePlatforms(platforms: Platform[]): {
  index: HostIndex & { claims: Map<string, HostClaim> };
  compiled: CompiledPlatform[];
} {
  const compiled = platforms.map(compilePlatform);
  const anyHost = platforms.flatMap((platform, number) =>
    platform.anyHost ? [{ platform: number, id: platform.id, shapes: compiled[number]!.lists.at(-1) ?? [] }] : [],
  );
  return { index: { claims: claimHosts(platforms), anyHost }, compiled };
}

function claimHosts(platforms: Platform[]): Map<string, HostClaim> {
  const claims = new Map<string, HostClaim>();
  platforms.forEach((platform, number) => {
    for (const entry of platform.hosts) {
      const rival = addClaim(claims, plainHost(entry), number);
      if (rival !== null && rival !== number) {
        throw new ShapeError(`${platform.id}: ${entry} is already claimed by ${platforms[rival]!.id}`);
      }
    }
  });
  return claims;
}

function compilePlatform(platform: Platform): CompiledPlatform {
  const keys = [...new Set(platform.hosts.map((entry) => plainHost(entry.split('/')[0]!)))];
  const shapesByHost = new Map<string, CompiledShape[]>(keys.map((key) => [key, []]));
  const anyHostShapes: CompiledShape[] = [];

  for (const shape of platform.shapes) {
    for (const template of [shape.shape].flat().flatMap(withAndWithoutBeginning)) {
      const { host, rest } = splitTemplate(platform, template);
      if (host === '{host}') {
        const compiled = compileShape(platform, shape, null, rest);
        for (const list of shapesByHost.values()) list.push(compiled);
        anyHostShapes.push(compiled);
        continue;
      }
      const key = keys
        .filter((candidate) => host === candidate || host.endsWith(`.${candidate}`))
        .sort((a, b) => b.length - a.length)[0];
      if (!key) throw new ShapeError(`${platform.id}: ${template} is on no host of the record`);
      const subdomain = host === key ? null : host.slice(0, -key.length - 1);
      shapesByHost.get(key)!.push(compileShape(platform, shape, subdomain, rest));
    }
  }

  for (const [alias, target] of Object.entries(platform.aliases ?? {})) {
    const list = shapesByHost.get(alias);
    const targetList = shapesByHost.get(target);
    if (!list || !targetList) throw new ShapeError(`${platform.id}: alias ${alias} → ${target} is not in hosts`);
    list.push(...targetList);
  }

  const lists: CompiledShape[][] = [];
  const numbers = new Map<string, number>();
  const hosts: Record<string, number> = {};
  for (const [host, shapes] of shapesByHost) {
    const identity = JSON.stringify(shapes);
    let number = numbers.get(identity);
    if (number === undefined) {
      number = lists.push(shapes) - 1;
      numbers.set(identity, number);
    }
    hosts[host] = number;
  }
  if (platform.anyHost) lists.push(anyHostShapes);

  const { id, name, status, appOnly, routes, inProductSteps } = platform;
  return {
    // Routes that no plan leads to stay in the record file, for whoever looks for better ones.
    record: { id, name, status, appOnly, routes: routes.filter(isForPlans), inProductSteps },
    hosts,
    lists,
    reserved: ownReserved(platform),
    trackingParams: platform.trackingParams,
  };
}

/** Without the names that are reserved everywhere; a record that reads names from subdomains needs them there too. */
function ownReserved({ reserved = [], shapes }: Platform): string[] {
  const inSubdomains = shapes.some(({ shape }) =>
    [shape].flat().some((one) => /^https:\/\/[^/]*\{(?:user|id)\}/.test(one)),
  );
  return inSubdomains ? reserved : reserved.filter((name) => !commonNames.includes(name));
}

/**
 * `/[{lang}/]article/{id}` as two templates: the one without what may be missing has a literal first segment,
 * so that it is found by it and no reserved name stands in its way.
 */
function withAndWithoutBeginning(template: string): string[] {
  const [, host, optional, rest] = /^(https:\/\/[^/?#]+\/)\[([^[\]]*\/)\](.+)$/.exec(template) ?? [];
  return host === undefined ? [template] : [`${host}${rest}`, `${host}${optional}${rest}`];
}

/** The host without `www.` or `m.`, and the rest from the first `/`, `?` or `#`. */
function splitTemplate(platform: Platform, template: string): { host: string; rest: string } {
  const match = /^https:\/\/([^/?#]+)(.*)$/.exec(template);
  if (!match) throw new ShapeError(`${platform.id}: ${template} does not begin with https://host`);
  return { host: plainHost(match[1]!), rest: match[2]! };
}

function plainHost(host: string): string {
  return host.replace(SAME_SITE_PREFIX, '');
}

function compileShape(platform: Platform, shape: AddressShape, subdomain: string | null, rest: string): CompiledShape {
  const where = shape.where ?? {};
  const fail = (what: string): never => {
    throw new ShapeError(`${platform.id}: ${[shape.shape].flat().join(' , ')}: ${what}`);
  };
  const [beforeFragment, fragment] = splitOnce(rest, '#');
  const [path, query] = splitOnce(beforeFragment!, '?');
  const trimmed = path!.replace(/\/$/, '');
  const names: string[] = [];
  const compiled: CompiledShape = {
    kind: shape.kind,
    first: firstSegments(trimmed),
    subdomain: subdomain === null ? null : toPattern(subdomain, where, names, '[^.]+', fail),
    path: toPattern(trimmed, where, names, '[^/]+?', fail),
    slashes: countSlashes(trimmed, where),
    names,
    query: query === undefined ? [] : query.split('&').map((pair) => compileQueryPair(pair, where, fail)),
    fragment: null,
  };
  if (fragment !== undefined) {
    const fragmentNames: string[] = [];
    compiled.fragment = { pattern: toPattern(fragment, where, fragmentNames, '.+?', fail), names: fragmentNames };
  }
  return compiled;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function compileQueryPair(
  pair: string,
  where: Record<string, string>,
  fail: (what: string) => never,
): CompiledShape['query'][number] {
  const [key, value] = splitOnce(pair, '=');
  if (value === undefined) return [key, null, null];
  const names: string[] = [];
  const pattern = toPattern(value, where, names, '.+', fail);
  return [key, pattern, names[0] ?? null];
}

/**
 * The literals that the first segment can be: `/(reel|share/reel)/{id}` → `reel`, `share`; `/article[_pre]/{id}` →
 * `article`, `article_pre`; null before a placeholder.
 */
function firstSegments(path: string): string[] | null {
  if (!path.startsWith('/')) return [''];
  const [, literal, alternatives, ending] =
    /^\/(?:([^{}[\]()*|/]+)|\(([^{}[\]()*]+)\))(?:\[([^{}[\]()*|/]+)\])?(?=\/|\[\/|$)/.exec(path) ?? [];
  const beginnings = alternatives?.split('|').map((one) => one.split('/')[0]!) ?? (literal ? [literal] : null);
  return beginnings && [...new Set(beginnings.flatMap((one) => (ending ? [one, one + ending] : [one])))];
}

function countSlashes(path: string, where: Record<string, string>): [number, number | null] {
  const slashesIn = (text: string) => text.split('/').length - 1;
  const bare = path.replace(/\/\*\*/g, '');
  // What may be missing counts for the most, not for the least; brackets nest, so the inner ones go first.
  let least = bare;
  while (/\[[^[\]]*\]/.test(least)) least = least.replace(/\[[^[\]]*\]/g, '');
  // Of `(video|share/video)` the alternative with the fewest segments counts.
  const fewest = (_: string, alternatives: string) =>
    alternatives.split('|').reduce((a, b) => (slashesIn(b) < slashesIn(a) ? b : a));
  while (/\([^()]*\)/.test(least)) least = least.replace(/\(([^()]*)\)/g, fewest);
  const open = bare !== path || Object.values(where).some((allowed) => /[/.]|\[\^|\\[SDW]/.test(allowed));
  return [slashesIn(least), open ? null : slashesIn(bare)];
}

/**
 * Template → source of a regular expression; the names of its groups go to `names`.
 * `{name}` a value, `*` any segment, `**` any rest, `[…]` may be missing, `(a|b)` one of these.
 */
function toPattern(
  template: string,
  where: Record<string, string>,
  names: string[],
  anyValue: string,
  fail: (what: string) => never,
): string {
  let pattern = '';
  for (let at = 0; at < template.length; at++) {
    const character = template[at]!;
    if (character === '{') {
      const end = template.indexOf('}', at);
      if (end < 0) fail('a { is never closed');
      const name = template.slice(at + 1, end);
      const allowed = where[name] ?? anyValue;
      pattern += isRead(name) ? `(${allowed})` : `(?:${allowed})`;
      if (isRead(name)) names.push(name);
      at = end;
    } else if (template.startsWith('/**', at)) {
      pattern += '(?:/.*)?';
      at += 2;
    } else if (character === '*') pattern += '[^/]+?';
    else if (character === '[') pattern += '(?:';
    else if (character === ']') pattern += ')?';
    else if (character === '(') pattern += '(?:';
    else if (character === ')' || character === '|') pattern += character;
    else pattern += character.replace(/[.+^$\\?*]/, '\\$&');
  }
  return pattern;
}

/** Only the content's id and the username are read; every other placeholder is matched and forgotten. */
function isRead(name: string): boolean {
  return name === 'id' || name === 'user';
}
