import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { computer, PAGE } from './computer';
import { storageIsQuiet } from './memory-storage';

// The storage is handed in; the modules that talk to the browser cannot be loaded outside one.
vi.mock('../../src/browser/extension-api', () => ({ browser: {}, IS_FIREFOX: false }));
vi.mock('../../src/browser/notes-device', () => ({ notesDevice: null }));

describe('a window joined to storage', () => {
  it('loses nothing when windows type different fields at the same time, at any speed of the storage', async () => {
    const fields = ['words', 'where', 'whoKnows'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
        async (strokes, delays) => {
          let i = 0;
          const { open } = computer(() => delays[i++ % delays.length]!);
          const windows = await Promise.all(fields.map(() => open()));
          const typed = ['', '', ''];
          for (const [who, pause] of strokes) {
            typed[who] += String(who);
            windows[who]!.setField(fields[who]!, typed[who]!);
            if (pause > 0) await new Promise((done) => setTimeout(done, pause));
          }
          for (const window of windows) await window.settled();
          await storageIsQuiet();
          const late = await open();
          for (const window of [...windows, late]) {
            expect(fields.map((field) => window.get()[field].value)).toEqual(typed);
            window.close();
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 20_000);

  it('keeps both when two windows type the same field, and settles it everywhere', async () => {
    const { open } = computer();
    const [one, two] = [await open(), await open()];
    one.setField('words', 'red coat');
    two.setField('words', 'blue coat');
    await storageIsQuiet();
    one.leaveField('words');
    two.leaveField('words');
    expect(one.get().words).toEqual(two.get().words);
    expect(one.get().words).toMatchObject({ value: 'blue coat', alsoTyped: [{ value: 'red coat' }] });
    one.settleField('words', 'blue coat, red coat');
    await storageIsQuiet();
    expect(two.get().words).toMatchObject({ value: 'blue coat, red coat', alsoTyped: [] });
  });

  it('shows a window its own text while it types, and the shared text when it leaves the field', async () => {
    const { open } = computer();
    const [one, two] = [await open(), await open()];
    one.setField('where', 'a');
    two.setField('where', 'something else');
    await storageIsQuiet();
    expect(one.get().where.value).toBe('a');
    one.leaveField('where');
    expect(one.get().where.value).toBe('something else');
  });

  it('takes an edit after another for an edit, not for a conflict', async () => {
    const { open } = computer();
    const [one, two] = [await open(), await open()];
    one.setField('words', 'a');
    one.leaveField('words');
    await storageIsQuiet();
    two.setField('words', 'ab');
    await storageIsQuiet();
    expect(one.get().words).toMatchObject({ value: 'ab', alsoTyped: [] });
  });

  it('adds a page once, several pages in order, and takes one away', async () => {
    const { open } = computer();
    const one = await open();
    const key = one.addItem(PAGE);
    expect(one.addItem(PAGE)).toBe(key);
    one.addItem({ ...PAGE, link: 'https://youtu.be/v2' });
    await storageIsQuiet();
    const two = await open();
    expect(two.get().items.map(({ link }) => link)).toEqual(['https://youtu.be/v1', 'https://youtu.be/v2']);
    two.removeItem(key);
    await storageIsQuiet();
    expect(one.get().items.map(({ link }) => link)).toEqual(['https://youtu.be/v2']);
  });

  it('notes a place without a link once, however often a step is opened', async () => {
    const { open } = computer();
    const window = await open();
    const place = { platform: 'snapchat', kind: null, id: null, username: null, link: null };
    window.addItem(place);
    window.addItem(place);
    window.addItem({ ...place, platform: 'discord' });
    expect(window.get().items.map(({ platform }) => platform)).toEqual(['snapchat', 'discord']);
  });

  it('no longer says that the notes are erased when something is noted again', async () => {
    const { open } = computer();
    const window = await open();
    window.setField('words', 'one');
    expect(await window.eraseNow()).toBe(true);
    expect(window.status().messages).toEqual([{ key: 'notes.erased' }]);
    window.setField('words', 'two');
    expect(window.status().messages).toEqual([]);
  });

  it('notes what was opened, reported and under which reference', async () => {
    const { open } = computer();
    const one = await open();
    one.markOpened('iwf', 1000);
    one.markOpened('iwf', 500);
    one.setReported('iwf', true);
    one.setReference('iwf', 'R-1');
    one.addUsername('first');
    one.addUsername('second');
    await storageIsQuiet();
    const { steps, usernames } = (await open()).get();
    expect(steps).toMatchObject([{ body: 'iwf', openedAt: [500, 1000], reference: { value: 'R-1' } }]);
    expect(steps[0]!.reportedAt).not.toBeNull();
    expect(usernames.map(({ value }) => value)).toEqual(['first', 'second']);
    one.setReported('iwf', false);
    expect(one.get().steps[0]!.reportedAt).toBeNull();
  });

  it('says when storage is full, keeps the text in the field, and takes the message back when there is room', async () => {
    const { open, shared } = computer();
    const one = await open();
    shared.quota = 10;
    one.setField('words', 'still on the screen');
    await storageIsQuiet();
    expect(one.status()).toMatchObject({ stored: false, messages: [{ key: 'notes.storage-full' }] });
    expect(one.get().words.value).toBe('still on the screen');
    shared.quota = 100_000;
    one.setField('words', 'still on the screen!');
    await storageIsQuiet();
    expect(one.status()).toMatchObject({ stored: true, messages: [] });
    expect((await open()).get().words.value).toBe('still on the screen!');
  });

  it('opens over garbage and older notes, and says what could not be read', async () => {
    const { open, shared } = computer();
    shared.memory.set('notes/r1/wgarbage', 'nonsense');
    shared.memory.set('notes/r1/wolder', { version: 1, changedAt: 5, words: 'older words' });
    shared.memory.set('notes-chosen', { not: 'an id' });
    shared.device.set('notes-kept/r1', 'no date');
    const one = await open();
    expect(one.get().words.value).toBe('older words');
    expect(one.status().messages).toEqual([{ key: 'notes.fault.damaged' }]);
    one.setField('words', 'goes on');
    await storageIsQuiet();
    expect((await open()).get().words.value).toBe('goes on');
  });
});
