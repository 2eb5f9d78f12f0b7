import { askToTendNotes, type NotesStorage, notesStorage } from '../browser/notes-storage';
import type { KeyArea } from '../browser/window-memory';
import type { DetectedPage } from '../detect/detected-page';
import type { Message } from '../locales/translate';
import { acceptText, type FieldLength } from '../notes/accept-text';
import { type FormOrder, formatDetails } from '../notes/format-details';
import { type NotesFault, parseNotes, storedForm } from '../notes/parse-notes';
import {
  emptyNotes,
  holds,
  mergeNotes,
  type NotedItem,
  type NoteField,
  type NotesView,
  type NoteValue,
  type ReportNotes,
  standingWriters,
  viewNotes,
  withoutOverwritten,
  writeEntry,
  writtenBy,
} from '../notes/report-notes';
import type { NoteKeeping } from '../policy/school-policy';
import {
  belongsTo,
  CHOSEN,
  erasedKey,
  idOf,
  keptKey,
  numberOf,
  partKey,
  readStored,
  type StoredReports,
  writerOf,
} from './stored-reports';
import { workUnderWay } from './work-under-way';

/**
 * The notes of one window, joined to storage. How nothing is lost while popup, panel and other windows write at once:
 * every window writes only a key of its own (`notes/<report>/<writer>`), which holds what was typed there, and reads
 * everybody's; so no write can overwrite another's, and there is nothing to lock. Memory always has everything; when the
 * person chose to keep a report, the device has a copy. What was typed over or taken away is emptied in every part,
 * also in those of windows that are gone. Erasing leaves a mark in memory that names the report and nothing of it:
 * whoever still writes finds the mark and takes it back.
 */
export interface ReportSession {
  /** The notes as this window shows them. The same object until something changes. */
  get(): NotesView;
  status(): NotesStatus;
  /** What is pasted into a form: the notes, or where there are none yet what the page tells. */
  details(page: DetectedPage, order: FormOrder): string;
  /** Calls back after every change, from this window or another. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Notes a field as it is typed; gives the sentence to show when the text was not taken as it came. */
  setField(name: NoteField, value: string): Message | null;
  /** To be called when a field loses the focus: from then on it shows what other windows type. */
  leaveField(name: NoteField): void;
  /** Settles what was typed at the same time: the field gets this value and nothing stands beside it. */
  settleField(name: NoteField, value: string): Message | null;
  /** Adds a page, unless it is noted already: the same link, or without a link the same place. Gives its key. */
  addItem(page: DetectedPage): string;
  /** Whether `addItem` would add nothing. */
  hasItem(page: DetectedPage): boolean;
  removeItem(key: string): void;
  /** Adds a line for a username or id that is not in a link. Gives its key, for `username/<key>`. */
  addUsername(name?: string): string;
  removeUsername(key: string): void;
  markOpened(body: string, at?: number): void;
  setReported(body: string, reported: boolean): void;
  setReference(body: string, reference: string): Message | null;
  /** Starts another report; the earlier one stays until it is erased or the browser closes. */
  startAnother(): void;
  /** Makes a report of its own of a page that was noted here; it is kept for as long as this one. */
  moveToAnother(key: string): Promise<void>;
  /** All reports that something is noted in, and the one that is shown, oldest first. */
  reports(): ReportSummary[];
  show(id: string): void;
  keepForSevenDays(): Promise<void>;
  stopKeeping(): Promise<void>;
  /** Erases the report that is shown, or every report, in every window, in memory and on disk; false where that failed. */
  eraseNow(which?: 'shown' | 'all'): Promise<boolean>;
  /** A policy that arrived after the start. A stricter one is carried out at once. */
  setKeeping(keeping: NoteKeeping): Promise<void>;
  /** Takes a message away that the person has read. */
  dismiss(message: Message): void;
  /** Hands everything to the browser that it has not got yet. Called by itself when the page is hidden. */
  flush(): void;
  /** Resolves when nothing is under way to storage. */
  settled(): Promise<void>;
  close(): void;
}

export interface ReportSummary {
  id: string;
  shown: boolean;
  /** The page that was noted first. */
  page: NotedItem | null;
  /** ms since 1970; null while nothing is noted. */
  began: number | null;
}

export interface NotesStatus {
  private: boolean;
  keeping: NoteKeeping;
  mayKeep: boolean;
  /** ms since 1970; null while the notes go when the browser closes. */
  keptUntil: number | null;
  /** Whether that date holds while nothing of Signpost runs. */
  erasedInTime: boolean;
  /** What the person must know, to be shown until dismissed. */
  messages: Message[];
}

export interface OpenReport {
  /** Whether this window is a private one: then nothing goes to disk and normal windows show nothing of it. */
  private: boolean;
  keeping: NoteKeeping;
  storage?: NotesStorage;
  now?: () => number;
  /** IANA name of the computer's time zone. */
  timeZone?: string;
}

const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000;
/** A copy on the device is the writer's own task; another window steps in only when it did not come in this time. */
const TEND_DEVICE_AFTER_MS = 1000;

const FAULTS: Record<NotesFault, Message> = {
  'not-notes': { key: 'notes.fault.damaged' },
  'damaged-part': { key: 'notes.fault.damaged' },
  'newer-version': { key: 'notes.fault.newer' },
};

function randomName(first: string): string {
  const numbers = crypto.getRandomValues(new Uint32Array(2));
  return first + Array.from(numbers, (number) => number.toString(36).padStart(7, '0')).join('');
}

function lengthOf(field: NoteField): FieldLength {
  if (field === 'words') return 'long';
  return field === 'where' || field === 'whoKnows' ? 'address' : 'line';
}

/** Opens the notes: reads what is stored, erases what is due before anything is shown, and stays in step. */
export async function openReport(options: OpenReport): Promise<ReportSession> {
  const { now = Date.now } = options;
  const { memory, device } = options.storage ?? notesStorage(options.private);
  const timeZone = options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const writer = randomName('w');
  let keeping = options.keeping;

  /** Everything known of each report. */
  const known = new Map<string, ReportNotes>();
  /** The part that this window stores under its own key. */
  const mine = new Map<string, ReportNotes>();
  /** Report → ms since 1970 when it is erased. */
  const kept = new Map<string, number>();
  /** Reports that this window was told to keep and not yet told otherwise; whoever stored a date asks it again. */
  const toKeep = new Set<string>();
  const erased = new Set<string>();
  /** Fields that are being typed into in this window. */
  const typing = new Set<string>();
  let chosen: string | null = null;
  let messages: Message[] = [];

  const listeners = new Set<() => void>();
  // In turn goes what is kept on the device and taken from it: neither must meet the other half done.
  const { run, inTurn, writeLatest, flush, isWriting, settled } = workUnderWay();
  let view: NotesView | null = null;

  function changed(): void {
    view = null;
    for (const listener of listeners) listener();
  }

  function say(message: Message): void {
    if (messages.some((other) => other.key === message.key)) return;
    messages = [...messages, message];
    changed();
  }

  function unsay(prefix: string): void {
    if (!messages.some(({ key }) => key.startsWith(prefix))) return;
    messages = messages.filter(({ key }) => !key.startsWith(prefix));
    changed();
  }

  /** Numbered, not random: two windows that begin at the same time begin the same report. */
  function nextId(): string {
    const used = [...known.keys(), ...erased, ...(chosen ? [chosen] : [])];
    return idOf(Math.max(0, ...used.map(numberOf)) + 1);
  }

  function shownId(): string {
    if (chosen !== null && !erased.has(chosen)) return chosen;
    return known.size > 0 ? idOf(Math.max(...Array.from(known.keys(), numberOf))) : nextId();
  }

  function notesOf(id: string): ReportNotes {
    return known.get(id) ?? emptyNotes(id);
  }

  // ------------------------------------------------------------------------------------------ to storage

  /** Writes this window's part at once; while a write is under way the next one waits for it, and only the last counts. */
  function store(place: 'memory' | 'device', id: string): void {
    const area = place === 'device' ? device : memory;
    if (!area) return;
    const key = partKey(id, writer);
    const forbidden = () => erased.has(id) || (place === 'device' && !kept.has(id));
    writeLatest(`${place} ${key}`, () => {
      const part = mine.get(id);
      if (!part || forbidden()) return null;
      return area.set({ [key]: storedForm(part) }).then(
        async () => {
          // Erased, or no longer kept, while the write was under way.
          if (forbidden()) await area.remove([key]);
          else unsay(place === 'device' ? 'notes.keep-failed' : 'notes.storage-');
        },
        (error: unknown) => failed(place, error),
      );
    });
  }

  function failed(place: 'memory' | 'device', error: unknown): void {
    if (place === 'device') say({ key: 'notes.keep-failed' });
    else say({ key: /quota/i.test(String(error)) ? 'notes.storage-full' : 'notes.storage-failed' });
  }

  function storeEverywhere(id: string): void {
    if (keeping === 'off') return;
    store('memory', id);
    if (kept.has(id)) store('device', id);
  }

  /** Makes this window answer for everything that is known of a report, because its writers may be gone. */
  function takeOver(id: string): void {
    mine.set(id, notesOf(id));
    storeEverywhere(id);
  }

  let tending: ReturnType<typeof setTimeout> | undefined;
  /** A popup that closes in the middle of a word may have reached memory and not the device. */
  function tendDeviceSoon(): void {
    if (kept.size === 0) return;
    tending ??= setTimeout(() => {
      tending = undefined;
      run(tendDevice()).catch((error) => failed('device', error));
    }, TEND_DEVICE_AFTER_MS);
  }

  /** Copies to the device what is missing there, and empties what was typed over in the parts of windows that are gone. */
  async function tendDevice(): Promise<void> {
    if (!device) return;
    const there = new Map<string, ReportNotes>();
    for (const { key, id, value } of readStored(await device.get()).parts) {
      const { notes, faults } = parseNotes(id, value);
      there.set(id, mergeNotes(there.get(id) ?? emptyNotes(id), notes));
      const left = withoutOverwritten(notes, notesOf(id));
      // What a newer Signpost wrote is not all understood here, and must not be lost.
      if (left === notes || faults.length > 0 || !kept.has(id)) continue;
      // With what is known of that writer by now: the window may be open after all, and typing.
      await device.set({ [key]: storedForm(mergeNotes(left, writtenBy(notesOf(id), writerOf(key)))) });
      if (!kept.has(id)) await device.remove([key]);
    }
    for (const id of kept.keys()) {
      if (!holds(there.get(id) ?? emptyNotes(id), notesOf(id))) takeOver(id);
    }
  }

  /** Remembers what is known of a report, with what was typed over emptied, here and in what this window stores. */
  function know(notes: ReportNotes): void {
    const { id } = notes;
    known.set(id, withoutOverwritten(notes, notes));
    const part = mine.get(id);
    const left = part && withoutOverwritten(part, notes);
    if (!left || left === part) return;
    mine.set(id, left);
    storeEverywhere(id);
  }

  function write(field: string, value: NoteValue, over: readonly string[]): void {
    // True no longer once something is noted again.
    unsay('notes.erased');
    const id = shownId();
    const after = writeEntry(notesOf(id), { writer, field, value, now: now(), over });
    const part = mine.get(id) ?? emptyNotes(id);
    const register = { ...part.fields[field], [writer]: after.fields[field]![writer]! };
    mine.set(id, { id, fields: { ...part.fields, [field]: register } });
    know(after);
    storeEverywhere(id);
    if (over.length > 0) tendDeviceSoon();
    changed();
  }

  /** Replaces whatever the field shows here, leaving what stands beside it. */
  function writeShown(field: string, value: NoteValue): void {
    write(field, value, standingWriters(notesOf(shownId()), field).slice(0, 1));
  }

  function setText(name: NoteField, value: string, over: (standing: readonly string[]) => readonly string[]) {
    const { text, message } = acceptText(value, lengthOf(name));
    if (text !== null) write(name, text, over(standingWriters(notesOf(shownId()), name)));
    return message;
  }

  // ---------------------------------------------------------------------------------------- from storage

  function forget(id: string): void {
    erased.add(id);
    known.delete(id);
    mine.delete(id);
    kept.delete(id);
    toKeep.delete(id);
  }

  /** Takes in what storage holds. Gives the keys that should not be there: whoever wrote them did not know it yet. */
  function takeIn(found: StoredReports): string[] {
    for (const id of found.erased) forget(id);
    if (found.chosen !== undefined) chosen = found.chosen;
    const unwanted: string[] = [];
    for (const { key, id, value } of found.parts) {
      if (erased.has(id)) {
        unwanted.push(key);
        continue;
      }
      const { notes, faults } = parseNotes(id, value);
      for (const fault of faults) say(FAULTS[fault]);
      know(mergeNotes(notesOf(id), notes));
    }
    return unwanted;
  }

  function heard(changes: Record<string, unknown>): void {
    const found = readStored(changes);
    if (!found.any || keeping === 'off') return;
    const shown = shownId();
    for (const [id, eraseAt] of found.kept) {
      if (eraseAt === null) kept.delete(id);
      else if (keeping === 'device' && !erased.has(id) && !kept.has(id)) {
        kept.set(id, eraseAt);
        if (mine.has(id)) store('device', id);
      }
    }
    const unwanted = takeIn(found);
    if (unwanted.length > 0) run(memory.remove(unwanted)).catch(() => undefined);
    if (found.parts.length > 0) tendDeviceSoon();
    if (shown !== shownId()) typing.clear();
    watchDates();
    changed();
  }

  async function removeFrom(area: KeyArea | null, ids: readonly string[]): Promise<void> {
    const keys = Object.keys((await area?.get()) ?? {}).filter((key) => ids.some((id) => belongsTo(key, id)));
    if (keys.length > 0) await area?.remove(keys);
  }

  async function erase(ids: readonly string[], also: Record<string, unknown> = {}): Promise<boolean> {
    const shown = shownId();
    for (const id of ids) forget(id);
    if (shown !== shownId()) typing.clear();
    changed();
    const marks = { ...Object.fromEntries(ids.map((id) => [erasedKey(id), true])), ...also };
    const everywhere = async () => {
      try {
        await memory.set(marks);
      } catch {
        // A full storage takes no mark before there is room.
        await removeFrom(memory, ids);
        await memory.set(marks);
      }
      await removeFrom(memory, ids);
      await removeFrom(device, ids);
    };
    try {
      await run(everywhere());
      return true;
    } catch {
      say({ key: 'notes.erase-failed' });
      return false;
    }
  }

  async function setDate(id: string, eraseAt: number): Promise<void> {
    await device?.keepUntil(id, eraseAt);
    await device?.set({ [keptKey(id)]: { eraseAt } });
  }

  function keepUntil(id: string, eraseAt: number): Promise<void> {
    if (!device || keeping !== 'device') return Promise.resolve();
    toKeep.add(id);
    return inTurn(async () => {
      if (!toKeep.has(id)) return;
      try {
        // The date first: nothing is ever on the device without one.
        await setDate(id, eraseAt);
        // Erased, or no longer to be kept, while the date was on its way.
        if (!toKeep.has(id)) return await takeFromDevice(id);
        kept.set(id, eraseAt);
        takeOver(id);
        changed();
        watchDates();
        await memory.set({ [keptKey(id)]: { eraseAt } });
      } catch (error) {
        failed('device', error);
      }
    });
  }

  async function takeFromDevice(id: string): Promise<void> {
    try {
      await removeFrom(device, [id]);
    } catch {
      say({ key: 'notes.erase-failed' });
    }
  }

  /** From the call on the report is not kept; what lies on the device is gone when the promise resolves. */
  async function stopKeeping(id: string): Promise<void> {
    const wasToBeKept = toKeep.delete(id);
    if (kept.delete(id)) takeOver(id);
    else if (!wasToBeKept) return;
    changed();
    await inTurn(async () => {
      await memory.remove([keptKey(id)]).catch(() => say({ key: 'notes.erase-failed' }));
      await takeFromDevice(id);
    });
  }

  // --------------------------------------------------------------------------------------------- opening

  async function readEverything(): Promise<void> {
    const [inMemory, onDevice] = (await Promise.all([readArea(memory), readArea(device)])).map(readStored);
    for (const id of inMemory!.erased) erased.add(id);
    const due: string[] = [];
    // On the device only what has a date of erasure may be, and only as long as keeping is allowed.
    const strays = new Set(onDevice!.parts.map(({ id }) => id));
    for (const [id, eraseAt] of onDevice!.kept) {
      if (eraseAt !== null && eraseAt <= now()) due.push(id);
      else if (eraseAt !== null && keeping === 'device' && !erased.has(id)) {
        // A clock that was wrong cannot make "7 days" longer than 7 days from now.
        const until = Math.min(eraseAt, now() + SEVEN_DAYS);
        kept.set(id, until);
        if (until < eraseAt) inTurn(() => setDate(id, until)).catch((error) => failed('device', error));
        if (!inMemory!.kept.has(id)) run(memory.set({ [keptKey(id)]: { eraseAt: until } })).catch(() => undefined);
      } else strays.add(id);
      if (kept.has(id)) strays.delete(id);
    }
    if (due.length > 0) {
      const first = Math.min(...due.map((id) => onDevice!.kept.get(id)!));
      if (await erase(due)) sayExpired(first);
    }
    if (strays.size > 0) {
      run(removeFrom(device, [...strays])).catch(() => say({ key: 'notes.erase-failed' }));
      onDevice!.parts = onDevice!.parts.filter(({ id }) => !strays.has(id));
    }
    if (keeping === 'off') {
      const there = new Set(inMemory!.parts.map(({ id }) => id));
      if (there.size > 0) await erase([...there]);
      return;
    }
    const unwanted = takeIn(inMemory!);
    if (unwanted.length > 0) run(memory.remove(unwanted)).catch(() => undefined);
    takeIn(onDevice!);
    tendDeviceSoon();
    watchDates();
  }

  async function readArea(area: KeyArea | null): Promise<Record<string, unknown>> {
    try {
      return (await area?.get()) ?? {};
    } catch {
      say({ key: 'notes.fault.damaged' });
      return {};
    }
  }

  function sayExpired(eraseAt: number): void {
    say({ key: 'notes.expired', values: { date: new Date(eraseAt).toLocaleDateString() } });
  }

  let alarm: ReturnType<typeof setTimeout> | undefined;
  /** Erases what is due while this window is open, also after the computer slept. */
  function watchDates(): void {
    clearTimeout(alarm);
    const due = [...kept].filter(([, eraseAt]) => eraseAt <= now());
    if (due.length > 0) {
      erase(due.map(([id]) => id)).then((done) => done && sayExpired(due[0]![1]));
    }
    // A clock that was set back meanwhile must not make the wait longer than a timer can be.
    const wait = Math.min(SEVEN_DAYS, ...Array.from(kept.values(), (eraseAt) => eraseAt - now()));
    if (kept.size > 0) alarm = setTimeout(watchDates, wait);
  }

  function sameItem({ link, platform, id, username }: DetectedPage): NotesView['items'][number] | undefined {
    return session
      .get()
      .items.find((item) =>
        link === null
          ? item.link === null && item.platform === platform && item.id === id && item.username === username
          : item.link === link,
      );
  }

  const stop = memory.onChanged(heard);
  await readEverything();

  const leave = (): void => {
    flush();
    if (tending !== undefined || isWriting('device')) askToTendNotes();
  };
  const seenAgain = (): void => {
    flush();
    watchDates();
  };
  // The background has neither a document nor a way to be hidden.
  globalThis.document?.addEventListener('visibilitychange', seenAgain);
  globalThis.addEventListener?.('pagehide', leave);

  const session: ReportSession = {
    get() {
      view ??= viewNotes(notesOf(shownId()), { writer, typing, timeZone });
      return view;
    },
    status: () => ({
      private: options.private,
      keeping,
      mayKeep: keeping === 'device' && device !== null,
      keptUntil: kept.get(shownId()) ?? null,
      erasedInTime: device?.erasesInTime === true,
      messages,
    }),
    details: (page, order) => formatDetails(page, session.get(), order),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setField(name, value) {
      const began = typing.has(name);
      typing.add(name);
      // What another window types from now on stands beside it; only what was here at the first letter is replaced.
      return setText(name, value, (writers) => (began ? [] : writers.slice(0, 1)));
    },
    leaveField(name) {
      if (typing.delete(name)) changed();
    },
    settleField(name, value) {
      return setText(name, value, (writers) => writers);
    },
    hasItem: (page) => sameItem(page) !== undefined,
    addItem(page) {
      const { link, platform, kind, id, username } = page;
      const same = sameItem(page);
      if (same) return same.key;
      const key = randomName('k');
      write(`item/${key}`, { link, platform, kind, id, username, addedAt: now() }, []);
      return key;
    },
    removeItem(key) {
      writeShown(`item/${key}`, null);
    },
    addUsername(name = '') {
      // The time first, so that lines stay in the order in which they were added.
      const key = `k${now().toString(36).padStart(9, '0')}${randomName('')}`;
      setText(`username/${key}`, name, () => []);
      return key;
    },
    removeUsername(key) {
      writeShown(`username/${key}`, null);
    },
    markOpened(body, at = now()) {
      write(`opened/${body}/${at}`, at, []);
    },
    setReported(body, reported) {
      writeShown(`reported/${body}`, reported ? now() : null);
    },
    setReference(body, reference) {
      return session.setField(`reference/${body}`, reference);
    },
    startAnother() {
      session.show(nextId());
    },
    async moveToAnother(key) {
      const from = shownId();
      const item = session.get().items.find((one) => one.key === key);
      if (!item) return;
      const { key: _, ...page } = item;
      session.removeItem(key);
      session.startAnother();
      write(`item/${key}`, page, []);
      const eraseAt = kept.get(from);
      if (eraseAt !== undefined) await keepUntil(shownId(), eraseAt);
    },
    reports() {
      const shown = shownId();
      return [...new Set([...known.keys(), shown])]
        .sort((a, b) => numberOf(a) - numberOf(b))
        .map((id) => viewNotes(notesOf(id), { timeZone }))
        .filter(({ id, empty }) => id === shown || !empty)
        .map(({ id, items, began }) => ({ id, shown: id === shown, page: items[0] ?? null, began }));
    },
    show(id) {
      if (erased.has(id)) return;
      chosen = id;
      typing.clear();
      if (keeping !== 'off') run(memory.set({ [CHOSEN]: id })).catch((error) => failed('memory', error));
      changed();
    },
    keepForSevenDays: () => keepUntil(shownId(), now() + SEVEN_DAYS),
    stopKeeping: () => stopKeeping(shownId()),
    async eraseNow(which = 'shown') {
      const shown = shownId();
      const ids = which === 'all' ? [...new Set([...known.keys(), shown])] : [shown];
      chosen = idOf(Math.max(numberOf(nextId()), numberOf(shown) + 1));
      const done = await erase(ids, { [CHOSEN]: chosen });
      if (done) say({ key: 'notes.erased' });
      return done;
    },
    async setKeeping(next) {
      if (next === keeping) return;
      const before = keeping;
      // Before anything is waited for: what is typed, kept or allowed meanwhile goes by the new rule.
      keeping = next;
      const onDevice = new Set([...kept.keys(), ...toKeep]);
      if (next === 'off') await erase([...new Set([...known.keys(), ...onDevice])]);
      if (next === 'session') await Promise.all(Array.from(onDevice, stopKeeping));
      if (before === 'off' || next === 'device') await inTurn(readEverything);
      changed();
    },
    dismiss: ({ key }) => unsay(key),
    flush,
    settled,
    close() {
      flush();
      stop();
      clearTimeout(tending);
      clearTimeout(alarm);
      listeners.clear();
      globalThis.document?.removeEventListener('visibilitychange', seenAgain);
      globalThis.removeEventListener?.('pagehide', leave);
    },
  };
  return session;
}
