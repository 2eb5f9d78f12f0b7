import { expect, test } from 'vitest';
import type { Platform } from '../../src/catalogue/types';
import { compilePlatforms } from '../../src/detect/compile-platforms';

function platformWith(hosts: string[]): Platform {
  return {
    id: 'a-platform',
    name: 'A platform',
    operator: 'Somebody',
    status: 'live',
    appOnly: false,
    hosts,
    shapes: [],
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
