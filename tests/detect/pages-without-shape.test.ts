import { describe, expect, test } from 'vitest';
import type { Platform } from '../../src/catalogue/types';
import { compilePlatforms } from '../../src/detect/compile-platforms';
import { createDetectCatalogue, detectPage } from '../../src/detect/detect-page';

const platform: Platform = {
  id: 'example',
  name: 'Example',
  operator: 'Example',
  status: 'live',
  appOnly: false,
  hosts: ['example.com'],
  shapes: [],
  trackingParams: ['who'],
  routes: [],
  inProductSteps: [],
  reportsToNcmec: null,
  minAge: null,
  notes: '',
};
const { index, compiled } = compilePlatforms([platform]);
const catalogue = createDetectCatalogue(index, compiled);

function read(address: string) {
  const { kind, id } = detectPage(address, catalogue);
  return [kind, id];
}

describe('a page that no shape describes', () => {
  test.each([
    'https://example.com',
    'https://www.example.com/?lang=de',
    'https://example.com/de/',
    'https://example.com/pt-BR',
    'https://example.com/home',
    'https://example.com/index.html',
  ])('%s is the front page', (address) => {
    expect(read(address)).toEqual(['home', null]);
  });

  test.each([
    ['https://example.com/search?q=cats', 'cats'],
    ['https://example.com/search/videos?page=2&query=big+cats', 'big cats'],
    ['https://example.com/tag/cats', 'cats'],
    ['https://example.com/hashtag/cats/latest', 'cats'],
    ['https://example.com/explore', null],
    ['https://example.com/search?q=', null],
    ['https://example.com/browse/cats', null],
  ])('%s is a search for %s', (address, id) => {
    expect(read(address)).toEqual(['search', id]);
  });

  test('/messages and /inbox are messages', () => {
    expect(read('https://example.com/messages/123')).toEqual(['message', null]);
    expect(read('https://example.com/inbox')).toEqual(['message', null]);
  });

  test('anything else, and anything on another subdomain, is other', () => {
    expect(read('https://example.com/login')).toEqual(['other', null]);
    expect(read('https://help.example.com/')).toEqual(['other', null]);
    expect(read('https://help.example.com/search?q=cats')).toEqual(['other', null]);
  });
});

test('a lone # at the end leaves the cleaned link whole', () => {
  expect(detectPage('https://example.com/post/1?who=me#', catalogue).link).toBe('https://example.com/post/1');
  expect(detectPage('https://example.com/post/1?a=1&who=me#', catalogue).link).toBe('https://example.com/post/1?a=1');
  expect(detectPage('https://example.com/post/1?a=1&who=me#b#', catalogue).link).toBe(
    'https://example.com/post/1?a=1#b#',
  );
});
