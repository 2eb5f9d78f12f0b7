// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';

vi.stubGlobal('__FIREFOX__', false);
vi.mock('webextension-polyfill', () => ({ default: {} }));
// The records are put together by the build; nothing of them is drawn here.
vi.mock('../../src/state/records', () => ({}));
vi.mock('../../src/state/emergency-without-scene', () => ({ emergencyWithoutScene: async () => null }));
vi.mock('../../src/state/names', () => ({ loadCountryNames: () => Promise.reject(new Error('no names')) }));

it('the page for schools says what went wrong where it cannot be drawn, as every other page', async () => {
  document.body.innerHTML = '<div id="admin"></div>';
  await import('../../src/entrypoints/admin/main');
  expect(document.querySelector('#admin [role=alert]')?.textContent).toContain('no names');
});
