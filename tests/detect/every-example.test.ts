import { describe, expect, test } from 'vitest';
import { loadDetectCatalogue, loadPlatforms } from '../../scripts/load-catalogue';
import { detectPage } from '../../src/detect/detect-page';

const platforms = loadPlatforms();
const catalogue = loadDetectCatalogue(platforms);

// SIGNPOST_ONLY=youtube,tiktok looks at some records alone while one is being written.
const only = process.env.SIGNPOST_ONLY?.split(',');
const looked = platforms.filter((platform) => !only || only.includes(platform.id));

describe.each(looked.map((platform) => [platform.id, platform] as const))('%s', (id, platform) => {
  test('reads each of its examples exactly', () => {
    const wrong = platform.shapes.flatMap((shape) =>
      shape.examples.flatMap((example) => {
        const read = detectPage(example.address, catalogue);
        const expected = {
          platform: id,
          kind: shape.kind,
          id: example.id ?? null,
          username: example.username ?? null,
          link: example.link ?? example.address,
        };
        return JSON.stringify(read) === JSON.stringify(expected) ? [] : [{ address: example.address, expected, read }];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('does not read its look-alikes as one of its shapes', () => {
    const claimed = (platform.lookAlikes ?? []).filter((address) => {
      const read = detectPage(address, catalogue);
      return read.platform === id && read.kind !== 'other' && read.kind !== 'home' && read.kind !== 'search';
    });
    expect(claimed).toEqual([]);
  });
});
