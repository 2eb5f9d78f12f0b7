import { expect, test } from 'vitest';
import { loadDetectCatalogue } from '../../scripts/load-catalogue';
import { detectPage } from '../../src/detect/detect-page';

const catalogue = loadDetectCatalogue();
const platformOf = (address: string) => detectPage(address, catalogue).platform;

test('software that runs on any host is looked for on public names, never on IP addresses or in a private network', () => {
  const path = '/@alice/109318821117356215';
  expect(platformOf(`https://social.example${path}`)).toBe('fediverse');
  expect(platformOf(`https://xn--bcher-kva.example${path}`)).toBe('fediverse');
  for (const host of ['192.0.2.10', '[2001:db8::1]', 'localhost', 'fileserver', '2130706433']) {
    expect(platformOf(`https://${host}${path}`), host).toBeNull();
  }
});

test('a host that a record claims is never read as any server', () => {
  expect(platformOf('https://www.tiktok.com/@alice/109318821117356215')).toBe('tiktok');
  expect(platformOf('https://example.tumblr.com/users/alice/statuses/109318821117356215')).toBe('tumblr');
});
