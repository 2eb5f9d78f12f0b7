import { cleanLink, trackingTest } from './clean-link';
import type { AnyHostShapes, CompiledShape } from './compiled-catalogue';
import type { Detection } from './detect-or-ask';
import { matchShapes } from './match-shape';
import type { WebAddress } from './read-address';
import { createShapeList, type ShapeList } from './shape-list';

const isTrackingAnywhere = trackingTest([]);
const NOTHING_RESERVED: ReadonlySet<string> = new Set();
/** A name that can be somebody's server: not an IP address, not a machine in one's own network. */
const PUBLIC_NAME = /[^.]\.[a-z][a-z0-9-]*$/;
const readyLists = new WeakMap<CompiledShape[], ShapeList>();

/**
 * A page on a host that no record claims: software that runs on any server, told by address forms that nothing
 * else builds, or simply a website.
 */
export function pageElsewhere(address: WebAddress, anyHost: AnyHostShapes[]): Detection {
  for (const { platform, id: platformId, shapes } of PUBLIC_NAME.test(address.host) ? anyHost : []) {
    const list = readyLists.get(shapes) ?? createShapeList(shapes);
    readyLists.set(shapes, list);
    const found = matchShapes(address, '', list, NOTHING_RESERVED);
    if (found) {
      const { shape, id, username } = found;
      const link = cleanLink(address, isTrackingAnywhere, shape);
      return { page: { platform: platformId, kind: shape.kind, id, username, link }, number: platform };
    }
  }
  const link = cleanLink(address, isTrackingAnywhere);
  return { page: { platform: null, kind: 'other', id: null, username: null, link }, number: null };
}
