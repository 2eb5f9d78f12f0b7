import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { computer, DAY, PAGE } from './computer';
import { storageIsQuiet } from './memory-storage';

// The storage is handed in; the modules that talk to the browser cannot be loaded outside one.
vi.mock('../../src/browser/extension-api', () => ({ browser: {}, IS_FIREFOX: false }));
vi.mock('../../src/browser/notes-device', () => ({ notesDevice: null }));

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
