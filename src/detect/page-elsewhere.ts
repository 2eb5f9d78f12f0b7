import { cleanLink, trackingTest } from './clean-link';
import type { AnyHostShapes, CompiledShape } from './compiled-catalogue';
import type { DetectedPage } from './detected-page';
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
 * else builds, or simply a website. `platform` is the record's number; `page.platform` is left to the caller.
 */
export function pageElsewhere(
  address: WebAddress,
  anyHost: AnyHostShapes[],
): { platform: number | null; page: Omit<DetectedPage, 'platform'> } {
  for (const { platform, shapes } of PUBLIC_NAME.test(address.host) ? anyHost : []) {
    const list = readyLists.get(shapes) ?? createShapeList(shapes);
    readyLists.set(shapes, list);
    const found = matchShapes(address, '', list, NOTHING_RESERVED);
    if (found) {
      const link = cleanLink(address, isTrackingAnywhere, found.shape);
      return { platform, page: { kind: found.shape.kind, id: found.id, username: found.username, link } };
    }
  }
  const link = cleanLink(address, isTrackingAnywhere);
  return { platform: null, page: { kind: 'other', id: null, username: null, link } };
}
