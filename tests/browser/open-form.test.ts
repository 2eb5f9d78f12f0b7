import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/**
 * Which request reaches the browser before the popup ends is a race there, lost once in many clicks. What decides it is
 * the order in which they are made, so that is held here; that all three come true is tested in the real browsers.
 */
const asked: string[] = [];
const seam = vi.hoisted(() => ({ IS_FIREFOX: false }));

vi.mock('../../src/browser/extension-api', () => ({
  get IS_FIREFOX() {
    return seam.IS_FIREFOX;
  },
}));
vi.mock('../../src/browser/clipboard', () => ({
  copyText: async () => {
    asked.push('copy');
    return true;
  },
}));
vi.mock('../../src/browser/tabs', () => ({ openTab: async () => void asked.push('tab') }));
vi.mock('../../src/browser/panel', () => ({ openPanel: async () => void asked.push('panel') }));

const { openForm } = await import('../../src/browser/open-form');
const FORM = { address: 'https://report.iwf.org.uk/org/', details: 'x', windowId: 1, withPanel: true };

beforeEach(() => {
  asked.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('one click', () => {
  it('in Chromium asks for the page before the panel, and for both in one go', async () => {
    seam.IS_FIREFOX = false;
    const opening = openForm(FORM);
    await vi.advanceTimersToNextTimerAsync();
    expect(asked).toEqual(['copy', 'tab', 'panel']);
    expect(await opening).toBe(true);
  });

  it('in Firefox asks for everything before anything is answered', () => {
    seam.IS_FIREFOX = true;
    void openForm(FORM);
    expect(asked).toEqual(['copy', 'panel', 'tab']);
  });

  it('in the panel opens no other', async () => {
    seam.IS_FIREFOX = false;
    expect(await openForm({ ...FORM, withPanel: false })).toBe(true);
    expect(asked).toEqual(['copy', 'tab']);
  });
});
