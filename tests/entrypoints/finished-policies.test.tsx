// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { FinishedPolicies } from '../../src/entrypoints/admin/finished-policies';
import { CHROME, EDGE } from '../../src/policy/outputs/deployment';

async function page() {
  const place = document.createElement('div');
  const ids = { extensionId: 'abcdefghijklmnopabcdefghijklmnop', firefoxId: 'signpost@signpost.example' };
  await act(() => render(<FinishedPolicies settings={{ country: 'GB' }} {...ids} />, place));
  const field = (id: string) => place.querySelector<HTMLInputElement>(`#${id}`)!;
  return {
    choose: (output: string) =>
      act(() => {
        field('output').value = output;
        field('output').dispatchEvent(new Event('change', { bubbles: true }));
      }),
    typeUpdateUrl: (address: string) =>
      act(() => {
        field('updateUrl').value = address;
        field('updateUrl').dispatchEvent(new Event('input', { bubbles: true }));
      }),
    copy: () =>
      act(async () => {
        place.querySelector<HTMLButtonElement>('.button-primary')!.click();
        await new Promise((done) => setTimeout(done));
      }),
    said: () => place.querySelector('.said')?.textContent ?? '',
    updateUrl: () => field('updateUrl').value,
    text: () => field('finished-text').value,
  };
}

it('installs from the own store of each browser', async () => {
  const { choose, updateUrl, text } = await page();
  await choose('edge-linux');
  expect(updateUrl()).toBe(EDGE.store);
  expect(text()).toContain(EDGE.store);
  expect(text()).not.toContain('override_update_url');
  await choose('chrome-linux');
  expect(updateUrl()).toBe(CHROME.store);
  expect(text()).toContain(CHROME.store);
});

it('installs every browser from the address that somebody typed', async () => {
  const { choose, typeUpdateUrl, text } = await page();
  await choose('chrome-registry');
  await typeUpdateUrl('https://school.example/updates.xml');
  for (const output of ['chrome-registry', 'edge-registry']) {
    await choose(output);
    expect(text()).toContain('https://school.example/updates.xml');
    expect(text()).not.toContain(CHROME.store);
    expect(text()).not.toContain(EDGE.store);
  }
});

it('no longer says that it is copied once another text stands there', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.resolve() } });
  const { choose, typeUpdateUrl, copy, said } = await page();
  await choose('chrome-registry');
  await copy();
  expect(said()).toBe('admin.copied');
  await typeUpdateUrl('https://school.example/updates.xml');
  expect(said()).toBe('');
  vi.unstubAllGlobals();
});
