import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { computer, PAGE } from './computer';
import { storageIsQuiet } from './memory-storage';

// The storage is handed in; the modules that talk to the browser cannot be loaded outside one.
vi.mock('../../src/browser/extension-api', () => ({ browser: {}, IS_FIREFOX: false }));
vi.mock('../../src/browser/notes-device', () => ({ notesDevice: null }));

describe('erasing', () => {
  it('takes everything away, in every window, in memory and on the device, and a window still typing brings nothing back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(6), { minLength: 5, maxLength: 5 }), fc.nat(10), async (delays, pause) => {
        let i = 0;
        const { open, text } = computer(() => delays[i++ % delays.length]!);
        const [one, two] = [await open(), await open()];
        one.setField('words', 'marker one');
        two.setField('where', 'marker two');
        await one.keepForSevenDays();
        await new Promise((done) => setTimeout(done, pause));
        two.setField('where', 'marker two!');
        const erasing = one.eraseNow();
        two.setField('where', 'marker two!!');
        await erasing;
        for (let turn = 0; turn < 3; turn++) {
          await storageIsQuiet();
          await one.settled();
          await two.settled();
        }
        expect(text()).not.toContain('marker');
        for (const window of [one, two, await open()]) {
          expect(window.get().empty).toBe(true);
          window.close();
        }
      }),
      { numRuns: 25 },
    );
  }, 20_000);

  it('takes back what a popup wrote that was closed before it knew', async () => {
    const { open, shared, text } = computer();
    const one = await open();
    one.setField('words', 'x');
    await one.eraseNow();
    const fields = { words: { wgone1: { value: 'marker', at: 1, over: {} } } };
    await shared.window().memory.set({ 'notes/r1/wgone1': { version: 2, fields } });
    await storageIsQuiet();
    expect(text()).not.toContain('marker');
  });

  it('makes room first when storage is too full for the mark', async () => {
    const { open, shared, text } = computer();
    const one = await open();
    one.setField('words', 'marker');
    await one.settled();
    const set = shared.memory.set.bind(shared.memory);
    shared.memory.set = (key, value) => {
      if (key.startsWith('notes-erased') && [...shared.memory.keys()].some((k) => k.startsWith('notes/'))) {
        throw new Error('quota');
      }
      return set(key, value);
    };
    await one.eraseNow();
    expect(text()).not.toContain('marker');
    expect(one.status().messages).toEqual([{ key: 'notes.erased' }]);
  });

  it('starts afresh afterwards, with other reports still there', async () => {
    const { open } = computer();
    const one = await open();
    one.setField('words', 'first');
    one.startAnother();
    expect(one.get().empty).toBe(true);
    one.setField('words', 'second');
    await storageIsQuiet();
    const two = await open();
    expect(two.get().words.value).toBe('second');
    expect(two.reports()).toHaveLength(2);
    await two.eraseNow();
    await storageIsQuiet();
    expect(one.get().empty).toBe(true);
    two.show('r1');
    await storageIsQuiet();
    expect(one.get().words.value).toBe('first');
    await one.eraseNow('all');
    await storageIsQuiet();
    expect(two.reports()).toEqual([{ id: two.get().id, shown: true, page: null, began: null }]);
  });

  it('makes a report of its own of one page, kept for as long as the other, and nothing of it stays there', async () => {
    const { open, restart, shared } = computer();
    const one = await open();
    one.addItem(PAGE);
    const key = one.addItem({ ...PAGE, link: 'https://youtu.be/other' });
    one.setField('words', 'about both');
    await one.keepForSevenDays();
    const until = one.status().keptUntil;
    await one.moveToAnother(key);
    await storageIsQuiet();
    expect(one.get().items.map(({ link }) => link)).toEqual(['https://youtu.be/other']);
    expect(one.status().keptUntil).toBe(until);
    const other = (await open()).reports();
    expect(other.map(({ shown, page }) => [shown, page?.link])).toEqual([
      [false, PAGE.link],
      [true, 'https://youtu.be/other'],
    ]);
    const parts = [...shared.device].filter(([name]) => name.startsWith('notes/r1/'));
    expect(JSON.stringify(parts)).not.toContain('other');
    restart();
    const later = await open();
    expect(later.reports()).toHaveLength(2);
    later.show('r1');
    expect(later.get()).toMatchObject({ items: [{ link: PAGE.link }], words: { value: 'about both' } });
  });

  it('that failed is done at the next try, and only then said to be done', async () => {
    const { open, shared } = computer();
    const session = await open();
    session.addItem(PAGE);
    await session.keepForSevenDays();
    await storageIsQuiet();
    shared.deviceFails = true;
    expect(await session.eraseNow('all')).toBe(false);
    expect(await session.eraseNow('all')).toBe(false);
    expect(session.status().messages).toMatchObject([{ key: 'notes.erase-failed' }]);
    shared.deviceFails = false;
    expect(await session.eraseNow('all')).toBe(true);
    expect(session.status().messages).toMatchObject([{ key: 'notes.erased' }]);
    expect([...shared.device.keys()]).toEqual([]);
    session.close();
  });

  it('is no longer said to be done once another window has noted something again', async () => {
    const { open } = computer();
    const session = await open();
    session.addItem(PAGE);
    await session.eraseNow('all');
    expect(session.status().messages).toMatchObject([{ key: 'notes.erased' }]);
    const other = await open();
    other.addItem({ ...PAGE, link: 'https://youtu.be/v2' });
    await storageIsQuiet();
    expect(session.get().items).toHaveLength(1);
    expect(session.status().messages).toEqual([]);
    for (const window of [session, other]) window.close();
  });
});
