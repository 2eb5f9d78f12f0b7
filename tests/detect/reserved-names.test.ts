import { expect, test } from 'vitest';
import { loadDetectCatalogue } from '../../scripts/load-catalogue';
import { detectPage } from '../../src/detect/detect-page';

const catalogue = loadDetectCatalogue();

test('a reserved word is no username on the platform itself', () => {
  expect(detectPage('https://github.com/about', catalogue).username).toBeNull();
  expect(detectPage('https://www.github.io/', catalogue).username).toBeNull();
});

test('a site under its own subdomain may call its pages as it likes', () => {
  expect(detectPage('https://octocat.github.io/about', catalogue).username).toBe('octocat');
  expect(detectPage('https://example.blogspot.com/help', catalogue).username).toBe('example');
});

test('a fixed subdomain keeps the reserved words', () => {
  expect(detectPage('https://gist.github.com/search', catalogue).username).toBeNull();
  expect(detectPage('https://gist.github.com/octocat', catalogue).username).toBe('octocat');
});

test("a site's own pages and files are nobody, also where no record lists them", () => {
  expect(detectPage('https://www.twitch.tv/safety-center', catalogue).username).toBeNull();
  expect(detectPage('https://linktr.ee/sw.js', catalogue).username).toBeNull();
  expect(detectPage('https://octocat.github.io/privacy-policy', catalogue).username).toBe('octocat');
});

test("a site's own subdomain is no username where users have subdomains, and shows the same site where it is a face of it", () => {
  expect(detectPage('https://m.tumblr.com/staff', catalogue).username).toBe('staff');
  expect(detectPage('https://mail.carrd.co/', catalogue).username).toBeNull();
  expect(detectPage('https://staff.tumblr.com/', catalogue).username).toBe('staff');
});

test('a segment that hides separators is no username', () => {
  expect(detectPage('https://www.facebook.com/watch%3Fv%3D1234567890', catalogue).username).toBeNull();
  expect(detectPage('https://www.facebook.com/m%C3%BCller.jane', catalogue).username).toBe('müller.jane');
});
