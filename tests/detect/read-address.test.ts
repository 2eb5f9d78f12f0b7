import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress, readAnyAddress } from '../../src/detect/read-address';

// What addresses are made of, so that generated ones come near the border between the quick and the general reading.
const piece = fc.constantFrom(
  'https://',
  'http://',
  'ftp://',
  'HTTPS://',
  'www.',
  'youtube.com',
  'xn--bcher-kva.example',
  '1.2.3.4',
  'localhost',
  'user@',
  'a:b@',
  ':443',
  ':8443',
  '/',
  '//',
  '/.',
  '/..',
  '/%2e%2e/',
  '/watch',
  '/@Name',
  '?',
  '?v=a',
  '&b=c+d',
  '#',
  '#t=1',
  '%20',
  '%',
  "'",
  '"',
  '<',
  '|',
  '\\',
  ' ',
  '\t',
  'é',
  '例え',
  '.',
  '..',
  '-',
  '_',
  '~',
  '[',
  ']',
  '{',
  '^',
  '`',
  'ß',
  '.com',
);

test('the quick reading and the general one always agree', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const address = pieces.join('');
      expect(readAddress(address)).toEqual(readAnyAddress(address));
    }),
    { numRuns: 20_000 },
  );
});

test('the quick reading and the general one agree on anything that begins like a web address', () => {
  fc.assert(
    fc.property(fc.constantFrom('https://', 'http://', 'https://a.example/'), fc.string(), (start, rest) => {
      expect(readAddress(start + rest)).toEqual(readAnyAddress(start + rest));
    }),
    { numRuns: 20_000 },
  );
});

test('names the host, never what stands before an @', () => {
  expect(readAddress('https://www.youtube.com@evil.example/watch?v=1')).toMatchObject({
    host: 'evil.example',
    href: 'https://evil.example/watch?v=1',
  });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'chrome://settings',
  'about:blank',
  'file:///a',
  'view-source:https://a.example/',
  'blob:https://a.example/1',
  '',
  'youtube.com/watch',
])('reads %j as no web address', (address) => {
  expect(readAddress(address)).toBeNull();
});
