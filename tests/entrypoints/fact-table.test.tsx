// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { FactTable } from '../../src/entrypoints/options/fact-table';
import options from '../../src/locales/en/options.json';
import { createTranslator } from '../../src/locales/translate';
import { Translation } from '../../src/ui/translation';

vi.mock('../../src/browser/version', () => ({ extensionVersion: () => '0' }));

it('each cell names its column, and every part keeps its role where the page is narrow', () => {
  const place = document.createElement('div');
  const fact = {
    id: 'x/routes/0',
    heading: null,
    name: 'X',
    value: 'https://x.example/report',
    evidence: 'official',
    source: 'https://x.example/help',
    seen: '2026-01',
  } as const;
  render(
    <Translation.Provider value={createTranslator(options)}>
      <FactTable facts={[fact]} />
    </Translation.Provider>,
    place,
  );
  expect([...place.querySelectorAll('tbody td')].slice(0, 4).map((cell) => cell.textContent)).toEqual([
    'Link or number: https://x.example/report',
    'How well known: Its own page',
    'Source: https://x.example/help',
    'Seen: 2026-01',
  ]);
  const roles = (selector: string) => [...place.querySelectorAll(selector)].map((part) => part.getAttribute('role'));
  expect(roles('table')).toEqual(['table']);
  expect(new Set(roles('thead, tbody'))).toEqual(new Set(['rowgroup']));
  expect(new Set(roles('tr'))).toEqual(new Set(['row']));
  expect(new Set(roles('thead th'))).toEqual(new Set(['columnheader']));
  expect(new Set(roles('tbody th'))).toEqual(new Set(['rowheader']));
  expect(new Set(roles('td'))).toEqual(new Set(['cell']));
});
