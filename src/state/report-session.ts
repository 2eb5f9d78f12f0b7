import { type KeyArea, type NotesArea, type NotesStorage, notesStorage } from '../browser/notes-storage';
import type { DetectedPage } from '../detect/detected-page';
import type { Message } from '../locales/translate';
import { acceptText, type FieldLength } from '../notes/accept-text';
import { type NotesFault, parseNotes, storedForm } from '../notes/parse-notes';
import {
  emptyNotes,
  holds,
  mergeNotes,
  type NoteField,
  type NotesView,
  type NoteValue,
  type ReportNotes,
  standingWriters,
  viewNotes,
  writeEntry,
} from '../notes/report-notes';
import type { NoteKeeping } from '../policy/school-policy';
import { type NotesSide, numberOf, readStored, type StoredReports, sideOf, toKey, toName } from './stored-reports';

/**
 * The notes of one window, joined to storage. How nothing is lost while popup, panel and other windows write at once:
 * every window writes only a key of its own (`notes/<report>/<writer>`), which holds what was typed there, and reads
 * everybody's; so no write can overwrite another's, and there is nothing to lock. The session area (memory only)
 * always has everything; when the person chose to keep a report, the device area has a copy. Erasing leaves a mark in
 * the session area that names the report and nothing of it: whoever still writes finds the mark and takes it back.
 */
export interface ReportSession {
  /** The notes as this window shows them. The same object until something changes. */
  get(): NotesView;
  status(): NotesStatus;
  /** Calls back after every change, from this window or another. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Notes a field as it is typed; gives the sentence to show when the text was not taken as it came. */
  setField(name: NoteField, value: string): Message | null;
  /** To be called when a field loses the focus: from then on it shows what other windows type. */
  leaveField(name: NoteField): void;
  /** Settles what was typed at the same time: the field gets this value and nothing stands beside it. */
  settleField(name: NoteField, value: string): Message | null;
  /** Adds a page, unless its link is noted already. Gives its key. */
  addItem(page: DetectedPage): string;
  removeItem(key: string): void;
  /** Adds a line for a username or id that is not in a link. Gives its key, for `username/<key>`. */
  addUsername(name?: string): string;
  removeUsername(key: string): void;
  markOpened(body: string, at?: number): void;
  setReported(body: string, reported: boolean): void;
  setReference(body: string, reference: string): Message | null;
  /** Starts another report; the earlier one stays until it is erased or the browser closes. */
  startAnother(): void;
  /** All reports that are not erased, newest last. */
  reports(): { id: string; empty: boolean; link: string | null; keptUntil: number | null }[];
  show(id: string): void;
  keepForSevenDays(): Promise<void>;
  stopKeeping(): Promise<void>;
  /** Erases the report that is shown, or every report, in every window, in memory and on disk. */
  eraseNow(which?: 'shown' | 'all'): Promise<void>;
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

export interface NotesStatus {
  private: boolean;
  keeping: NoteKeeping;
  mayKeep: boolean;
  /** ms since 1970; null while the notes go when the browser closes. */
  keptUntil: number | null;
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
const COPY_AFTER_MS = 1000;

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
  const { storage = notesStorage, now = Date.now } = options;
  const timeZone = options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const side: NotesSide = options.private ? 'p' : 'r';
  const writer = randomName('w');
  let keeping = options.keeping;

  /** Everything known of each report. */
  const known = new Map<string, ReportNotes>();
  /** The part that this window stores under its own key. */
  const mine = new Map<string, ReportNotes>();
  /** What was seen to be on the device. */
  const onDevice = new Map<string, ReportNotes>();
  /** Report → ms since 1970 when it is erased. */
  const kept = new Map<string, number>();
  const erased = new Set<string>();
  const typing = new Set<string>();
  let chosen: string | null = null;
  let messages: Message[] = [];

  const listeners = new Set<() => void>();
  const running = new Set<Promise<unknown>>();
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

  function run<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    const done = () => running.delete(work);
    work.then(done, done);
    return work;
  }

  function highest(ids: Iterable<string>): number {
    return Math.max(0, ...Array.from(ids, numberOf));
  }

  /** Numbered, not random: two windows that begin at the same time begin the same report. */
  function nextId(): string {
    return `${side}${highest([...known.keys(), ...erased, ...(chosen ? [chosen] : [])]) + 1}`;
  }

  function shownId(): string {
    if (chosen !== null && !erased.has(chosen)) return chosen;
    const latest = highest(known.keys());
    return latest > 0 ? `${side}${latest}` : nextId();
  }

  function notesOf(id: string): ReportNotes {
    return known.get(id) ?? emptyNotes(id);
  }

  // ------------------------------------------------------------------------------------------ to storage

  const inFlight = new Set<string>();
  const waiting = new Map<string, () => void>();

  function areaOf(name: NotesArea): KeyArea {
    return name === 'device' ? storage.device : storage.session;
  }

  /** Writes this window's part at once; while a write is under way the next one waits for it, and only the last counts. */
  function store(name: NotesArea, id: string): void {
    const key = toKey(id, writer);
    const slot = `${name} ${key}`;
    const write = () => {
      waiting.delete(slot);
      const part = mine.get(id);
      if (!part || erased.has(id)) return;
      inFlight.add(slot);
      run(
        areaOf(name)
          .set({ [key]: storedForm(part) })
          .then(
            () => stored(name, id, part),
            (error: unknown) => failed(name, error),
          )
          .finally(() => {
            inFlight.delete(slot);
            waiting.get(slot)?.();
          }),
      );
    };
    if (inFlight.has(slot)) waiting.set(slot, write);
    else write();
  }

  async function stored(name: NotesArea, id: string, part: ReportNotes): Promise<void> {
    if (name === 'device') onDevice.set(id, mergeNotes(onDevice.get(id) ?? emptyNotes(id), part));
    // Erased, or no longer kept, while the write was under way.
    if (erased.has(id) || (name === 'device' && !kept.has(id))) {
      await areaOf(name).remove([toKey(id, writer)]);
    } else if (messages.some(({ key }) => key.startsWith('notes.storage-'))) {
      messages = messages.filter(({ key }) => !key.startsWith('notes.storage-'));
      changed();
    }
  }

  function failed(name: NotesArea, error: unknown): void {
    if (name === 'device') say({ key: 'notes.keep-failed' });
    else say({ key: /quota/i.test(String(error)) ? 'notes.storage-full' : 'notes.storage-failed' });
  }

  function storeEverywhere(id: string): void {
    if (keeping === 'off') return;
    store('session', id);
    if (kept.has(id)) store('device', id);
  }

  /** Makes this window answer for everything that is known of a report, because its writers may be gone. */
  function takeOver(id: string): void {
    mine.set(id, notesOf(id));
    storeEverywhere(id);
  }

  let copying: ReturnType<typeof setTimeout> | undefined;
  function copySoon(): void {
    copying ??= setTimeout(() => {
      copying = undefined;
      for (const id of kept.keys()) {
        if (!holds(onDevice.get(id) ?? emptyNotes(id), notesOf(id))) takeOver(id);
      }
    }, COPY_AFTER_MS);
  }

  function write(field: string, value: NoteValue, over: readonly string[]): void {
    const id = shownId();
    const edit = { writer, field, value, now: now(), over };
    const after = writeEntry(notesOf(id), edit);
    known.set(id, after);
    const part = mine.get(id) ?? emptyNotes(id);
    const register = { ...part.fields[field], [writer]: after.fields[field]![writer]! };
    mine.set(id, { id, fields: { ...part.fields, [field]: register } });
    storeEverywhere(id);
    changed();
  }

  /** Replaces whatever the field shows here, leaving what stands beside it. */
  function writeShown(field: string, value: NoteValue): void {
    write(field, value, standingWriters(notesOf(shownId()), field).slice(0, 1));
  }

  // ---------------------------------------------------------------------------------------- from storage

  function forget(id: string): void {
    if (id === shownId()) typing.clear();
    erased.add(id);
    for (const map of [known, mine, onDevice]) map.delete(id);
    kept.delete(id);
  }

  /** Takes in what storage holds now. Gives keys that should not be there: whoever wrote them did not know it yet. */
  function takeIn(area: NotesArea, found: StoredReports): string[] {
    for (const id of found.erased) if (!erased.has(id)) forget(id);
    if (found.chosen !== undefined) chosen = found.chosen;
    const unwanted: string[] = [];
    for (const { key, id, value } of found.parts) {
      if (erased.has(id)) {
        unwanted.push(key);
        continue;
      }
      const { notes, faults } = parseNotes(id, value);
      for (const fault of faults) say(FAULTS[fault]);
      known.set(id, mergeNotes(notesOf(id), notes));
      if (area === 'device') onDevice.set(id, mergeNotes(onDevice.get(id) ?? emptyNotes(id), notes));
    }
    return unwanted;
  }

  function heard(area: NotesArea, changes: Record<string, unknown>): void {
    const found = readStored(side, changes);
    if (area === 'device' && side === 'p') return;
    if (!found.any) return;
    const shown = shownId();
    if (area === 'device') {
      for (const [id, eraseAt] of found.kept) {
        if (eraseAt === null) {
          kept.delete(id);
          onDevice.delete(id);
        } else if (!erased.has(id)) {
          const first = !kept.has(id);
          kept.set(id, eraseAt);
          if (first && mine.has(id)) store('device', id);
        }
      }
      watchDates();
    }
    const unwanted = takeIn(area, found);
    if (unwanted.length > 0) run(areaOf(area).remove(unwanted)).catch(() => undefined);
    if (kept.size > 0) copySoon();
    if (shown !== shownId()) typing.clear();
    changed();
  }

  async function erase(ids: readonly string[], after: Record<string, unknown>): Promise<void> {
    for (const id of ids) forget(id);
    changed();
    const marks = Object.fromEntries(ids.map((id) => [toName('erased', id), true]));
    try {
      await storage.session.set({ ...marks, ...after });
    } catch {
      // A full storage takes no mark: make room first, then mark.
      await removeFrom('session', ids);
      await storage.session.set({ ...marks, ...after });
    }
    await removeFrom('session', ids);
    if (side === 'r') await eraseOnDevice(ids);
  }

  async function eraseOnDevice(ids: readonly string[]): Promise<void> {
    if (await removeFrom('device', ids)) await storage.scrubDevice();
  }

  /** Whether there was anything to remove. */
  async function removeFrom(name: NotesArea, ids: readonly string[]): Promise<boolean> {
    const keys = Object.keys(await areaOf(name).get()).filter((key) => belongsTo(key, ids));
    if (keys.length > 0) await areaOf(name).remove(keys);
    return keys.length > 0;
  }

  function belongsTo(key: string, ids: readonly string[]): boolean {
    return ids.some((id) => key.startsWith(toKey(id, '')) || key === toName('kept', id));
  }

  async function eraseNow(ids: readonly string[], after: Record<string, unknown>): Promise<void> {
    try {
      await run(erase(ids, after));
    } catch {
      say({ key: 'notes.erase-failed' });
    }
  }

  // --------------------------------------------------------------------------------------------- opening

  async function readEverything(): Promise<void> {
    const [session, device] = await Promise.all([storage.session.get(), side === 'p' ? {} : storage.device.get()]);
    const fromSession = readStored(side, session);
    const fromDevice = readStored(side, device);
    for (const id of fromSession.erased) erased.add(id);
    // On the device only what has a date of erasure may be, and only as long as keeping is allowed.
    const due = new Set([...fromDevice.parts.map(({ id }) => id), ...fromDevice.kept.keys()]);
    for (const [id, eraseAt] of fromDevice.kept) {
      if (eraseAt === null || eraseAt <= now() || keeping !== 'device' || erased.has(id)) continue;
      // A clock that was wrong cannot make "7 days" longer than 7 days from now.
      kept.set(id, Math.min(eraseAt, now() + SEVEN_DAYS));
      due.delete(id);
    }
    if (keeping === 'off') for (const { id } of fromSession.parts) due.add(id);
    const dates = [...due].map((id) => fromDevice.kept.get(id)).filter((at) => typeof at === 'number' && at <= now());
    if (due.size > 0) await eraseNow([...due], {});
    if (dates.length > 0) sayExpired(Math.min(...(dates as number[])));
    for (const [area, found] of [
      ['session', fromSession],
      ['device', fromDevice],
    ] as const) {
      const unwanted = takeIn(area, found);
      if (unwanted.length > 0) run(areaOf(area).remove(unwanted)).catch(() => undefined);
    }
    if (kept.size > 0) copySoon();
    watchDates();
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
      sayExpired(due[0]![1]);
      run(
        eraseNow(
          due.map(([id]) => id),
          {},
        ),
      );
    }
    if (kept.size > 0) alarm = setTimeout(watchDates, Math.min(...kept.values()) - now());
  }

  const stop = storage.onChanged(heard);
  await readEverything();

  const flush = (): void => {
    for (const next of [...waiting.values()]) next();
  };
  const seenAgain = (): void => {
    flush();
    watchDates();
  };
  const page = globalThis.document;
  page?.addEventListener('visibilitychange', seenAgain);
  globalThis.addEventListener?.('pagehide', flush);

  function setText(name: NoteField, value: string, over: (shown: readonly string[]) => readonly string[]) {
    const { text, message } = acceptText(value, lengthOf(name));
    if (text !== null) write(name, text, over(standingWriters(notesOf(shownId()), name)));
    return message;
  }

  async function stopKeeping(id: string): Promise<void> {
    if (!kept.delete(id)) return;
    onDevice.delete(id);
    takeOver(id);
    changed();
    try {
      await run(eraseOnDevice([id]));
    } catch {
      say({ key: 'notes.erase-failed' });
    }
  }

  const session: ReportSession = {
    get() {
      view ??= viewNotes(notesOf(shownId()), { writer, typing, timeZone });
      return view;
    },
    status: () => ({
      private: options.private,
      keeping,
      mayKeep: keeping === 'device' && !options.private,
      keptUntil: kept.get(shownId()) ?? null,
      messages,
    }),
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
    addItem(pageToAdd) {
      const same = session.get().items.find(({ link }) => link !== null && link === pageToAdd.link);
      if (same) return same.key;
      const { link, platform, kind, id, username } = pageToAdd;
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
      session.settleField(`username/${key}`, name);
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
    reports() {
      return [...known.values()]
        .sort((a, b) => numberOf(a.id) - numberOf(b.id))
        .map((notes) => {
          const { empty, items } = viewNotes(notes, { timeZone });
          return { id: notes.id, empty, link: items[0]?.link ?? null, keptUntil: kept.get(notes.id) ?? null };
        });
    },
    show(id) {
      if (sideOf(id) !== side || erased.has(id)) return;
      chosen = id;
      typing.clear();
      if (keeping !== 'off')
        run(storage.session.set({ [toName('chosen', side)]: id })).catch((e) => failed('session', e));
      changed();
    },
    async keepForSevenDays() {
      const id = shownId();
      if (!session.status().mayKeep) return;
      const eraseAt = now() + SEVEN_DAYS;
      kept.set(id, eraseAt);
      changed();
      try {
        await run(storage.device.set({ [toName('kept', id)]: { eraseAt } }));
        takeOver(id);
        watchDates();
      } catch (error) {
        kept.delete(id);
        failed('device', error);
      }
    },
    stopKeeping: () => stopKeeping(shownId()),
    async eraseNow(which = 'shown') {
      const shown = shownId();
      const ids = which === 'all' ? [...new Set([...known.keys(), shown])] : [shown];
      const next = nextId();
      chosen = next === shown ? `${side}${numberOf(shown) + 1}` : next;
      await eraseNow(ids, { [toName('chosen', side)]: chosen });
      say({ key: 'notes.erased' });
    },
    async setKeeping(next) {
      if (next === keeping) return;
      const before = keeping;
      keeping = next;
      if (next === 'off') await eraseNow([...known.keys()], {});
      else if (before === 'off') await readEverything();
      else if (next === 'session') for (const id of [...kept.keys()]) await stopKeeping(id);
      changed();
    },
    dismiss(message) {
      messages = messages.filter(({ key }) => key !== message.key);
      changed();
    },
    flush,
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
    close() {
      flush();
      stop();
      clearTimeout(copying);
      clearTimeout(alarm);
      listeners.clear();
      page?.removeEventListener('visibilitychange', seenAgain);
      globalThis.removeEventListener?.('pagehide', flush);
    },
  };
  return session;
}
