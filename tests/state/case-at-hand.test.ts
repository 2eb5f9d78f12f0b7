import { describe, expect, it, vi } from 'vitest';
import { CASE } from '../../src/browser/case-store';
import { computer, DAY, PAGE } from './computer';
import { storageIsQuiet } from './memory-storage';

// The storage is handed in; the modules that talk to the browser cannot be loaded outside one.
vi.mock('../../src/browser/extension-api', () => ({ browser: {}, IS_FIREFOX: false }));
vi.mock('../../src/browser/notes-device', () => ({ notesDevice: null }));

const OTHER = { ...PAGE, id: 'v2', username: 'another', link: 'https://youtu.be/v2' } as const;
const AT_HAND = { page: PAGE, platform: 7, situation: 'blackmail' };

/** A kept report, and the case about it, as popup and panel leave them. */
async function keptReport() {
  const machine = computer();
  const session = await machine.open();
  machine.shared.memory.set(CASE, AT_HAND);
  session.addItem(PAGE);
  await session.keepForSevenDays();
  await storageIsQuiet();
  return { ...machine, session, caseAtHand: () => machine.shared.memory.get(CASE) };
}

describe('the case at hand', () => {
  it('goes with the notes about it when their date comes while a window is open', async () => {
    const { session, wait, caseAtHand, open } = await keptReport();
    const other = await open();
    wait(8 * DAY);
    // A change by another window makes this one look at the clock, as its timer would.
    other.setField('words', 'typed on the eighth day');
    await storageIsQuiet();
    expect(session.get().empty).toBe(true);
    expect(session.status().messages).toMatchObject([{ key: 'notes.expired' }]);
    expect(caseAtHand()).toBeUndefined();
    for (const window of [session, other]) window.close();
  });

  it('goes with them when the date has come before a window opens', async () => {
    const { session, wait, caseAtHand, open } = await keptReport();
    session.close();
    wait(8 * DAY);
    const after = await open();
    await storageIsQuiet();
    expect(after.status().messages).toMatchObject([{ key: 'notes.expired' }]);
    expect(caseAtHand()).toBeUndefined();
    after.close();
  });

  it('stays when the notes of another report come to their date', async () => {
    const { session, wait, caseAtHand, open } = await keptReport();
    session.startAnother();
    session.addItem(OTHER);
    await storageIsQuiet();
    wait(8 * DAY);
    const after = await open();
    await storageIsQuiet();
    expect(after.status().messages).toMatchObject([{ key: 'notes.expired' }]);
    expect(after.get().items.map(({ id }) => id)).toEqual(['v2']);
    expect(caseAtHand()).toEqual(AT_HAND);
    for (const window of [session, after]) window.close();
  });

  const ONLY_PLATFORM = {
    ...AT_HAND,
    page: { platform: 'youtube', kind: null, id: null, username: null, link: null },
  };

  it('loses page and name, and not the platform, when nothing may be noted any more', async () => {
    const { session, caseAtHand } = await keptReport();
    await session.setKeeping('off');
    await storageIsQuiet();
    expect(caseAtHand()).toEqual(ONLY_PLATFORM);
    session.close();
  });

  it('loses them also where that was forbidden while no window was open', async () => {
    const { session, caseAtHand, open } = await keptReport();
    session.close();
    (await open({ keeping: 'off' })).close();
    await storageIsQuiet();
    expect(caseAtHand()).toEqual(ONLY_PLATFORM);
  });
});
