import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadDetectCatalogue, loadPlatforms } from '../../scripts/load-catalogue';
import { detectPage } from '../../src/detect/detect-page';
import type { DetectedPage } from '../../src/detect/detected-page';

const platforms = loadPlatforms();
const catalogue = loadDetectCatalogue(platforms);
const examples = platforms.flatMap((platform) =>
  platform.shapes.flatMap((shape) => shape.examples.map(({ address }) => ({ owner: platform.id, address }))),
);

/** `[what it must be read as, address]`; the file says what the words mean. */
const hostile = readFileSync(new URL('./hostile-addresses.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes('\t'))
  .map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)] as const);

/** In the words of hostile-addresses.txt. */
function verdict(page: DetectedPage, wanted: string): string {
  if (page.link === null) return '!';
  if (page.platform === null) return '-';
  if (wanted === 'none-read' && page.id === null && page.username === null) return 'none-read';
  return page.platform;
}

/** Whether a record reads something in an address, and does not merely own its host. */
function isRead(page: DetectedPage): boolean {
  return page.platform !== null && (page.id !== null || page.username !== null);
}

describe('one pool of examples', () => {
  test('each is named as its own platform, and as no other', () => {
    const wrong = examples.flatMap(({ owner, address }) => {
      const { platform } = detectPage(address, catalogue);
      return platform === owner ? [] : [`${owner}: ${address} is read as ${platform}`];
    });
    expect(wrong).toEqual([]);
  });

  test('no address is an example of two records', () => {
    const owners = new Map<string, string>();
    const twice = examples.filter(({ owner, address }) => {
      const other = owners.get(address) ?? owner;
      owners.set(address, owner);
      return other !== owner;
    });
    expect(twice).toEqual([]);
  });

  // Alone, a record knows no rival: what it reads then, it would read whenever the rival's host were not there.
  test.each(platforms.filter((platform) => !platform.anyHost).map((platform) => [platform.id, platform] as const))(
    '%s, alone, reads nothing of the others',
    (id, platform) => {
      const alone = loadDetectCatalogue([platform]);
      const shared = platforms.filter((other) => sharesHost(other.hosts, platform.hosts)).map((other) => other.id);
      const read = examples.filter(
        ({ owner, address }) => owner !== id && !shared.includes(owner) && isRead(detectPage(address, alone)),
      );
      expect(read).toEqual([]);
    },
  );
});

/** Whether a host or path of one record lies within a host of the other (google.com/maps in google.com). */
function sharesHost(hosts: string[], within: string[]): boolean {
  return hosts.some((host) =>
    within.some((other) => host.split('/')[0] === other || host.split('/')[0]!.endsWith(`.${other}`)),
  );
}

describe('addresses that try to look like something else', () => {
  test('are enough', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(300);
  });

  test('are read as what they are', () => {
    const wrong = hostile.flatMap(([wanted, address]) => {
      const page = detectPage(address, catalogue);
      const read = verdict(page, wanted);
      return read === wanted ? [] : [`${address} is read as ${read}, not as ${wanted}`];
    });
    expect(wrong).toEqual([]);
  });

  test("carry nothing of the address in them into the platform's page", () => {
    const carriers = hostile.filter(([wanted]) => !['-', '!', 'none-read', 'internet-archive'].includes(wanted));
    const inner = ['dQw4w9WgXcQ', '6718335390845095173', 'CUbHfhpswxt', '109318821117356215', 'haucpf'];
    const taken = carriers.filter(([, address]) => {
      if (!/(?:https?:\/\/|https?%3A%2F%2F)/.test(address.slice(8))) return false;
      const { id, username } = detectPage(address, catalogue);
      return inner.includes(id ?? '') || ['scout2015', 'jack', 'Mastodon'].includes(username ?? '');
    });
    expect(taken).toEqual([]);
  });

  test('every record keeps its look-alikes out of its shapes, and nobody else reads them as a platform of that name', () => {
    const claimed = platforms.flatMap((platform) =>
      (platform.lookAlikes ?? []).filter((address) => {
        const page = detectPage(address, catalogue);
        return page.platform === platform.id && isRead(page) && page.kind !== 'search' && page.kind !== 'other';
      }),
    );
    expect(claimed).toEqual([]);
  });

  test('stay themselves when they are very long', () => {
    const long = 'a'.repeat(100_000);
    expect(
      detectPage(`https://evil.example/${long}?u=https://www.youtube.com/watch?v=dQw4w9WgXcQ`, catalogue).platform,
    ).toBeNull();
    expect(detectPage(`https://www.youtube.com/watch?v=dQw4w9WgXcQ&x=${long}`, catalogue).id).toBe('dQw4w9WgXcQ');
    expect(detectPage(`https://${'a.'.repeat(5000)}youtube.com.evil.example/`, catalogue).platform).toBeNull();
  });
});
