import type { PageKind, PlatformForPlan } from '../catalogue/types';

/**
 * The catalogue as detection reads it. `compile-platforms.ts` makes it from the records at build time, so that
 * the popup loads the index of hosts and the one shard that holds the matched platform, and parses no template.
 */
export interface CompiledShape {
  kind: PageKind;
  /** The literal first path segments that this shape can start with; null when it starts with a placeholder. */
  first: string[] | null;
  /** What the subdomain must be: null for the plain host, otherwise the source of a regular expression. */
  subdomain: string | null;
  /** Source of a regular expression over the path without its trailing slash. */
  path: string;
  /** How many slashes a path of this shape has; most shapes are ruled out by this before any expression runs. */
  slashes: [least: number, most: number | null];
  /** Names of the capturing groups of `subdomain`, then of `path`. */
  names: string[];
  /** Query keys that must be there: `[key, source of a regular expression or null for any value, name or null]`. */
  query: [key: string, pattern: string | null, name: string | null][];
  /** The fragment without `#`: source of a regular expression, and its names. */
  fragment: { pattern: string; names: string[] } | null;
}

export interface CompiledPlatform {
  record: PlatformForPlan;
  /** Host → index into `lists`. */
  hosts: Record<string, number>;
  lists: CompiledShape[][];
  reserved: string[];
  trackingParams: string[];
}

/** `[path prefix, platform number]`, longest prefix first; a plain number claims the whole host. */
export type HostClaim = number | [pathPrefix: string, platform: number][];

export interface HostClaims {
  get(host: string): HostClaim | undefined;
}

/** Shapes of software that runs on any host. */
export interface AnyHostShapes {
  /** Number of its platform's record. */
  platform: number;
  /** The platform's id. */
  id: string;
  shapes: CompiledShape[];
}

export interface HostIndex {
  claims: HostClaims;
  anyHost: AnyHostShapes[];
}
