import { type PackedPlatformRecord, packRecord, unpackRecord } from '../catalogue/left-out';
import { PAGE_KINDS } from '../catalogue/types';
import type { CompiledPlatform, CompiledShape } from './compiled-catalogue';

/**
 * A compiled platform as the package holds it: what can be told from the path's expression is left out, and so is
 * what a shape has not. `unpackPlatform(packPlatform(x))` is x.
 */
export interface PackedPlatform {
  record: PackedPlatformRecord;
  /** Hosts with a blank between them, `|` between those of one list of shapes and those of the next. */
  hosts: string;
  /** With a blank between them. */
  reserved: string;
  lists: PackedShape[][];
  trackingParams: string[];
}

/** 0 stands for "as the path tells" or "none"; zeros at the end are left out. Names are `i`(d) and `u`(ser). */
type PackedShape = [
  kind: number,
  path: string,
  names?: string | 0,
  first?: CompiledShape['first'] | 0,
  slashes?: CompiledShape['slashes'] | 0,
  query?: CompiledShape['query'] | 0,
  subdomain?: string | 0,
  fragment?: { pattern: string; names: string } | 0,
];

export function packPlatform({ record, hosts, reserved, lists, trackingParams }: CompiledPlatform): PackedPlatform {
  const hostsByList: string[][] = lists.map(() => []);
  for (const [host, list] of Object.entries(hosts)) hostsByList[list]!.push(host);
  return {
    record: packRecord(record),
    trackingParams,
    hosts: hostsByList.map((names) => names.join(' ')).join('|'),
    reserved: reserved.join(' '),
    lists: lists.map((shapes) => shapes.map(packShape)),
  };
}

export function unpackPlatform({ record, hosts, reserved, lists, trackingParams }: PackedPlatform): CompiledPlatform {
  return {
    record: unpackRecord(record),
    trackingParams,
    hosts: Object.fromEntries(
      hosts.split('|').flatMap((names, list) => wordsOf(names).map((host): [string, number] => [host, list])),
    ),
    reserved: wordsOf(reserved),
    lists: lists.map((shapes) => shapes.map(unpackShape)),
  };
}

function wordsOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

function packShape({ kind, path, names, first, slashes, query, subdomain, fragment }: CompiledShape): PackedShape {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const packed = [
    PAGE_KINDS.indexOf(kind),
    path,
    packNames(names) || 0,
    same(first, firstOf(path)) ? 0 : first,
    same(slashes, slashesOf(path)) ? 0 : slashes,
    query.length > 0 ? query : 0,
    subdomain ?? 0,
    fragment ? { pattern: fragment.pattern, names: packNames(fragment.names) } : 0,
  ];
  while (packed.at(-1) === 0) packed.pop();
  return packed as PackedShape;
}

function unpackShape([kind, path, names, first, slashes, query, subdomain, fragment]: PackedShape): CompiledShape {
  return {
    kind: PAGE_KINDS[kind]!,
    first: first === 0 || first === undefined ? firstOf(path) : first,
    subdomain: subdomain || null,
    path,
    slashes: slashes || slashesOf(path),
    names: unpackNames(names || ''),
    query: query || [],
    fragment: fragment ? { pattern: fragment.pattern, names: unpackNames(fragment.names) } : null,
  };
}

function packNames(names: string[]): string {
  return names.map((name) => name[0]!).join('');
}

function unpackNames(letters: string): string[] {
  return Array.from(letters, (letter) => (letter === 'u' ? 'user' : 'id'));
}

/** The first segment, where the expression begins with a literal one or with a choice of such. */
function firstOf(path: string): string[] | null {
  if (path === '') return [''];
  const first = /^\/(?:([^/\\()[\].*+?^$|{}]+)|\(\?:([^/\\()[\].*+?^${}]+)\))(?=\/|$)/.exec(path);
  return first && (first[1] ?? first[2]!).split('|');
}

/** The slashes outside character classes: as many as there are, and where any rest may follow, no end to them. */
function slashesOf(path: string): CompiledShape['slashes'] {
  const fixed = path.replaceAll('(?:/.*)?', '');
  const count = fixed.replaceAll('[^/]', '').split('/').length - 1;
  return [count, fixed === path ? count : null];
}
