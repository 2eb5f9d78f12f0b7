import { parse } from 'tldts';
import type { Platform } from '../../src/catalogue/types';
import { compilePlatforms } from '../../src/detect/compile-platforms';
import { createDetectCatalogue, type DetectCatalogue, detectPage } from '../../src/detect/detect-page';
import { type Job, type Ratios, timeSideBySide } from './side-by-side';

/** Detection per address as a ratio to `new URL(address)` alone, each round side by side, in whatever engine runs this. */
export function timeDetection(platforms: Platform[], addresses: string[]): Ratios[] {
  const sizes = [1, 10, 100].map((times) => ({ times, catalogue: blownUp(platforms, times) }));
  const patterns = onePatternEach(platforms);
  const candidates: Job<string>[] = [
    { name: '`new URL(address)` alone', run: (address) => new URL(address) },
    ...sizes.map(({ times, catalogue }) => ({
      name: times === 1 ? `Signpost, ${platforms.length} platforms` : `Signpost, catalogue × ${times}`,
      run: (address: string) => detectPage(address, catalogue).platform,
    })),
    { name: 'a loop over one regular expression a platform', run: (address) => patterns.find((p) => p.test(address)) },
    { name: 'tldts, which reads the host alone', run: (address) => parse(address).domain },
  ];
  return timeSideBySide(candidates, addresses);
}

/** The same catalogue with generated platforms added, each with the shapes of a real one on hosts of its own. */
function blownUp(platforms: Platform[], times: number): DetectCatalogue {
  const all = [...platforms];
  for (let copy = 1; copy < times; copy++) {
    for (const platform of platforms) all.push(copyOf(platform, copy));
  }
  const { index, compiled } = compilePlatforms(all);
  return createDetectCatalogue(index, compiled);
}

function copyOf(platform: Platform, copy: number): Platform {
  const moved = (text: string) => text.replace(/^([^/?#]+)/, (host) => `${host}.copy${copy}.example`);
  const movedShape = (shape: string) => shape.replace(/^https:\/\/([^/?#{]+)/, (_, host) => `https://${moved(host)}`);
  return {
    ...platform,
    id: `${platform.id}-${copy}`,
    anyHost: false,
    hosts: platform.hosts.map(moved),
    aliases: Object.fromEntries(Object.entries(platform.aliases ?? {}).map(([a, b]) => [moved(a), moved(b)])),
    shapes: platform.shapes
      .filter(({ shape }) => [shape].flat().every((text) => !/^https:\/\/[^/?#]*\{/.test(text)))
      .map((shape) => ({ ...shape, shape: [shape.shape].flat().map(movedShape) })),
  };
}

/** What most detectors do: one expression a platform, tried one after the other. */
function onePatternEach(platforms: Platform[]): RegExp[] {
  return platforms
    .filter(({ hosts }) => hosts.length > 0)
    .map(({ hosts }) => {
      const escaped = hosts.map((host) => host.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return new RegExp(`^https?://(?:[a-z0-9-]+\\.)*(?:${escaped.join('|')})(?:[/?#]|$)`, 'i');
    });
}
