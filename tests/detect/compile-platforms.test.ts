import { expect, test } from 'vitest';
import type { Platform } from '../../src/catalogue/types';
import { compilePlatforms } from '../../src/detect/compile-platforms';
import { createDetectCatalogue, detectPage } from '../../src/detect/detect-page';

function platformWith(hosts: string[], shapes: Platform['shapes'] = []): Platform {
  return {
    id: 'a-platform',
    name: 'A platform',
    operator: 'Somebody',
    status: 'live',
    appOnly: false,
    hosts,
    shapes,
    trackingParams: [],
    routes: [],
    inProductSteps: [],
    reportsToNcmec: null,
    minAge: null,
    notes: '',
  };
}

test('a host that is named m or www itself never claims a whole top-level domain', () => {
  const { index } = compilePlatforms([platformWith(['m.me', 'www.example.com', 'm.example.net'])]);
  expect([...index.claims.keys()].sort()).toEqual(['example.com', 'example.net', 'm.me']);
});

test('alternatives of different length are all read', () => {
  const shape = 'https://example.com/(video|share/video)/{id}';
  const other = 'https://example.com/{user}';
  const { index, compiled } = compilePlatforms([
    platformWith(
      ['example.com'],
      [
        { kind: 'video', shape, evidence: 'memory', source: null, examples: [] },
        { kind: 'profile', shape: other, evidence: 'memory', source: null, examples: [] },
      ],
    ),
  ]);
  const catalogue = createDetectCatalogue(index, compiled);
  for (const address of ['https://example.com/video/1', 'https://example.com/share/video/1']) {
    expect(detectPage(address, catalogue)).toMatchObject({ kind: 'video', id: '1' });
  }
});
