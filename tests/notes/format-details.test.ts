import { describe, expect, it } from 'vitest';
import { NO_PAGE } from '../../src/detect/detected-page';
import { formatDetails } from '../../src/notes/format-details';
import { noted, notes } from './noted';

describe('details to paste', () => {
  it('begin with the address for a hotline and with the person for a body that protects a child', () => {
    expect(formatDetails(NO_PAGE, notes)).toBe(
      'https://www.youtube.com/watch?v=v1\n@someone\nv1\n\nother_name\n\n2026-11-24 20:05 (Europe/London)\n\nIn the app\n\nIt came up by itself.',
    );
    expect(formatDetails(NO_PAGE, notes, 'person-first').split('\n')[0]).toBe('other_name');
  });
  it('are what the page tells where nothing is noted', () => {
    const page = { ...NO_PAGE, link: 'https://example.org/', username: 'x' };
    expect(formatDetails(page, null)).toBe('https://example.org/\n@x');
    expect(formatDetails(page, noted({}))).toBe('https://example.org/\n@x');
  });
});
