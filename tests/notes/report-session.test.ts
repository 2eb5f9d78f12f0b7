import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { openReport } from '../../src/state/report-session';
import { sharedStorage, storageIsQuiet } from './memory-storage';

// The storage is handed in; the modules that talk to the browser cannot be loaded outside one.
vi.mock('../../src/browser/extension-api', () => ({ browser: {}, IS_FIREFOX: false }));
vi.mock('../../src/browser/notes-device', () => ({ notesDevice: null }));

const DAY = 24 * 60 * 60 * 1000;
const PAGE = {
  platform: 'youtube',
  kind: 'video',
  id: 'v1',
  username: 'someone',
  link: 'https://youtu.be/v1',
} as const;

function computer(delay?: () => number) {
  const shared = sharedStorage(delay);
  let time = Date.UTC(2026, 10, 24);
  const open = (more: { private?: boolean; keeping?: 'session' | 'device' | 'off' } = {}) =>
    openReport({
      private: false,
      keeping: 'device',
      storage: shared.window(),
      now: () => ++time,
      timeZone: 'UTC',
      ...more,
    });
  return {
    shared,
    open,
    wait: (ms: number) => {
      time += ms;
    },
    restart: () => shared.memory.clear(),
    text: () => JSON.stringify([...shared.memory, ...shared.device]),
    onDisk: () => JSON.stringify([...shared.device]),
  };
}

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

describe('keeping', () => {
  it('puts nothing on the device unless it is chosen', async () => {
    const { open, shared, restart } = computer();
    const one = await open();
    one.setField('words', 'marker');
    await storageIsQuiet();
    expect(shared.device.size).toBe(0);
    restart();
    expect((await open()).get().empty).toBe(true);
  });

  it('keeps what every window typed, also a window that is gone, over a restart, with the date', async () => {
    const { open, restart } = computer();
    const gone = await open();
    gone.setField('where', 'typed in a popup');
    await gone.settled();
    gone.close();
    const [one, two] = [await open(), await open()];
    await one.keepForSevenDays();
    await storageIsQuiet();
    two.setField('words', 'typed elsewhere');
    await storageIsQuiet();
    const until = one.status().keptUntil!;
    expect(two.status().keptUntil).toBe(until);
    restart();
    const later = await open();
    expect([later.get().words.value, later.get().where.value]).toEqual(['typed elsewhere', 'typed in a popup']);
    expect(later.status().keptUntil).toBe(until);
  });

  it('copies to the device what a closing popup only got into memory', async () => {
    const { open, shared, restart } = computer();
    const panel = await open();
    panel.setField('where', 'x');
    await panel.keepForSevenDays();
    await panel.settled();
    const popup = await open();
    shared.deviceFails = true;
    popup.setField('words', 'last wor');
    await popup.settled();
    popup.close();
    shared.deviceFails = false;
    await new Promise((done) => setTimeout(done, 1200));
    await panel.settled();
    restart();
    expect((await open()).get().words.value).toBe('last wor');
  });

  it('leaves nothing of what was deleted in the part of a window that is gone', async () => {
    const { open, onDisk, restart } = computer();
    const gone = await open();
    gone.setField('words', 'marker');
    gone.setField('where', 'in the bus');
    gone.addItem({ ...PAGE, link: 'https://youtu.be/taken-away' });
    await gone.keepForSevenDays();
    await gone.settled();
    gone.close();
    restart();
    const later = await open();
    expect(onDisk()).toContain('marker');
    later.setField('words', '');
    later.removeItem(later.get().items[0]!.key);
    await new Promise((done) => setTimeout(done, 1200));
    await later.settled();
    expect(onDisk()).not.toContain('marker');
    expect(onDisk()).not.toContain('taken-away');
    restart();
    const again = await open();
    expect(again.get()).toMatchObject({ items: [], words: { value: '' }, where: { value: 'in the bus' } });
  });

  it('empties what another window deleted, also where that one is closed before it is done', async () => {
    const { open, onDisk } = computer();
    const one = await open();
    one.setField('words', 'marker');
    await one.keepForSevenDays();
    await one.settled();
    const two = await open();
    two.setField('words', 'something else');
    await two.settled();
    two.close();
    await storageIsQuiet();
    await one.settled();
    expect(onDisk()).not.toContain('marker');
    expect(onDisk()).toContain('something else');
  });

  it('erases on the date, also when the computer was off, before anything is shown, and says so', async () => {
    const { open, restart, wait, text } = computer();
    const one = await open();
    one.setField('words', 'marker');
    await one.keepForSevenDays();
    await one.settled();
    one.close();
    restart();
    wait(6 * DAY);
    const before = await open();
    expect(before.get().words.value).toBe('marker');
    before.close();
    restart();
    wait(2 * DAY);
    const after = await open();
    expect(after.get().empty).toBe(true);
    expect(after.status().messages).toMatchObject([{ key: 'notes.expired' }]);
    expect(text()).not.toContain('marker');
  });

  it('makes 7 days no longer where the clock was wrong when it was chosen', async () => {
    const { open, restart, wait, text } = computer();
    wait(1000 * DAY);
    const one = await open();
    one.setField('words', 'marker');
    await one.keepForSevenDays();
    await one.settled();
    one.close();
    restart();
    wait(-1000 * DAY);
    for (let days = 0; days < 4; days++) {
      const soon = await open();
      await soon.settled();
      soon.close();
      restart();
      wait(2 * DAY);
    }
    expect((await open()).get().empty).toBe(true);
    expect(text()).not.toContain('marker');
  });

  it('stops keeping: gone from the device, still here until the browser closes', async () => {
    const { open, onDisk, restart } = computer();
    const one = await open();
    one.setField('words', 'marker');
    await one.keepForSevenDays();
    await one.settled();
    expect(onDisk()).toContain('marker');
    await one.stopKeeping();
    await storageIsQuiet();
    expect(onDisk()).toBe('[]');
    expect((await open()).get().words.value).toBe('marker');
    restart();
    expect((await open()).get().empty).toBe(true);
  });

  it('says when the device refuses, and the notes stay', async () => {
    const { open, shared } = computer();
    const one = await open();
    one.setField('words', 'x');
    shared.deviceFails = true;
    await one.keepForSevenDays();
    expect(one.status()).toMatchObject({ keptUntil: null, messages: [{ key: 'notes.keep-failed' }] });
    expect(one.get().words.value).toBe('x');
  });

  it('a policy that forbids it takes kept notes from the device, also when it arrives late', async () => {
    const { open, onDisk } = computer();
    const one = await open();
    one.setField('words', 'marker');
    await one.keepForSevenDays();
    await one.settled();
    await one.setKeeping('session');
    await storageIsQuiet();
    expect(onDisk()).toBe('[]');
    expect(one.get().words.value).toBe('marker');
    expect(one.status().mayKeep).toBe(false);
    await one.keepForSevenDays();
    expect(onDisk()).toBe('[]');
  });

  it('a policy that forbids notes erases them and stores nothing', async () => {
    const { open, text } = computer();
    const one = await open();
    one.setField('words', 'marker');
    await one.settled();
    const two = await open({ keeping: 'off' });
    await storageIsQuiet();
    expect(text()).not.toContain('marker');
    two.setField('words', 'marker');
    two.addItem(PAGE);
    await storageIsQuiet();
    expect(text()).not.toContain('marker');
    expect(text()).not.toContain('youtu.be');
  });

  it('is not begun by what was under way when a policy forbade it', async () => {
    const { open, onDisk } = computer(() => 5);
    const one = await open();
    one.setField('words', 'marker');
    await one.settled();
    const keeping = one.keepForSevenDays();
    await one.setKeeping('session');
    await keeping;
    await one.settled();
    expect(one.status()).toMatchObject({ keeping: 'session', keptUntil: null });
    expect(onDisk()).toBe('[]');
    expect(one.get().words.value).toBe('marker');
  });

  it('is not begun by a date that was already on its way to the device when a policy forbade it', async () => {
    const { open, onDisk } = computer(() => 20);
    const one = await open();
    one.setField('words', 'marker');
    await one.settled();
    const keeping = one.keepForSevenDays();
    await new Promise((done) => setTimeout(done, 5));
    const seen: string[] = [];
    const looking = setInterval(() => seen.push(onDisk()), 2);
    await one.setKeeping('session');
    await keeping;
    await one.settled();
    clearInterval(looking);
    // Not even for a moment.
    expect(seen.filter((held) => held.includes('marker'))).toEqual([]);
    expect(one.status()).toMatchObject({ keeping: 'session', keptUntil: null });
    expect(onDisk()).toBe('[]');
  });

  it('is not begun by what was under way when the person stopped it', async () => {
    const { open, onDisk } = computer(() => 5);
    const one = await open();
    one.setField('words', 'marker');
    await one.settled();
    const keeping = one.keepForSevenDays();
    await one.stopKeeping();
    await keeping;
    await one.settled();
    expect(one.status().keptUntil).toBeNull();
    expect(onDisk()).toBe('[]');
  });

  it('is not begun by a window to which a policy forbids it when another window begins it', async () => {
    const { open, shared } = computer();
    const [strict, other] = [await open({ keeping: 'session' }), await open()];
    strict.setField('words', 'marker');
    await strict.settled();
    await other.keepForSevenDays();
    await storageIsQuiet();
    strict.setField('words', 'marker!');
    await storageIsQuiet();
    expect(strict.status().keptUntil).toBeNull();
    expect(JSON.stringify([...shared.device])).not.toContain('marker!');
  });

  it('stores nothing of what is typed while a policy that forbids notes is carried out', async () => {
    const { open, text } = computer(() => 5);
    const one = await open();
    one.setField('words', 'marker');
    await one.settled();
    const forbidding = one.setKeeping('off');
    one.setField('words', 'marker again');
    await forbidding;
    await one.settled();
    expect(one.status().keeping).toBe('off');
    expect(text()).not.toContain('marker');
  });

  it('goes by the last policy and the last choice, however fast they follow on each other', async () => {
    const act = fc.constantFrom('device', 'session', 'off', 'keep', 'stop', 'type', 'wait');
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
        async (acts, delays) => {
          let i = 0;
          const { open, shared, text, onDisk, restart } = computer(() => delays[i++ % delays.length]!);
          const one = await open();
          one.setField('words', 'marker');
          let last = 'device';
          let chosen = false;
          for (const what of acts) {
            if (what === 'wait') await new Promise((done) => setTimeout(done, 6));
            else if (what === 'type') one.setField('words', 'marker!');
            else if (what === 'keep') void one.keepForSevenDays();
            else if (what === 'stop') void one.stopKeeping();
            else void one.setKeeping(what);
            if (what === 'keep' && last === 'device') chosen = true;
            if (what === 'stop' || what === 'session' || what === 'off') chosen = false;
            if (what === 'device' || what === 'session' || what === 'off') last = what;
          }
          await one.settled();
          await storageIsQuiet();
          await one.settled();
          const { keeping, keptUntil } = one.status();
          expect(keeping).toBe(last);
          expect(keptUntil !== null).toBe(chosen);
          if (!chosen) expect(onDisk()).toBe('[]');
          if (last === 'off') expect(text()).not.toContain('marker');
          const words = one.get().words.value;
          one.close();
          if (!chosen) return;
          expect(shared.device.has(`notes-kept/${one.get().id}`)).toBe(true);
          restart();
          const later = await open();
          expect(later.get().words.value).toBe(words);
          later.close();
        },
      ),
      { numRuns: 60 },
    );
  }, 20_000);
});

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
});
