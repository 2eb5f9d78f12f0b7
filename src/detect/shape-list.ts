import type { CompiledShape } from './compiled-catalogue';

/** Shapes ready to be matched: found by their first segment, most demanding first. */
export interface ShapeList {
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
export interface ReadyShape {
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

/** What `/**` in a template becomes. */
const ANY_REST = '(?:/.*)?';

const CAPTURES = /\((?!\?)/;

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
