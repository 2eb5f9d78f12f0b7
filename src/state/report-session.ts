import { askToTendNotes, type NotesStorage, notesStorage } from '../browser/notes-storage';
import type { DetectedPage } from '../detect/detected-page';
import type { Message } from '../locales/translate';
import { type FormOrder, formatDetails } from '../notes/format-details';
import { type NotesView, viewNotes } from '../notes/notes-view';
import type { NotedItem } from '../notes/report-notes';
import type { NoteKeeping } from '../policy/school-policy';
import { caseAtHand } from './session/case-at-hand';
import { deviceCopy } from './session/device-copy';
import { erasing, SEVEN_DAYS } from './session/erase-reports';
import { keepOnDevice } from './session/keep-on-device';
import { type NoteEdits, noteEdits } from './session/note-edits';
import { ownParts } from './session/own-parts';
import { type SessionBase, SessionState } from './session/session-state';
import { CHOSEN, idOf, numberOf } from './session/stored-reports';
import { takeInNotes } from './session/take-in-notes';
import { workUnderWay } from './session/work-under-way';

/**
 * The notes of one window, joined to storage. How nothing is lost while popup, panel and other windows write at once:
 * every window writes only a key of its own (`notes/<report>/<writer>`), which holds what was typed there, and reads
 * everybody's; so no write can overwrite another's, and there is nothing to lock. Memory always has everything; when the
 * person chose to keep a report, the device has a copy. What was typed over or taken away is emptied in every part,
 * also in those of windows that are gone. Erasing leaves a mark in memory that names the report and nothing of it:
 * whoever still writes finds the mark and takes it back.
 */
export interface ReportSession extends NoteEdits {
  /** The notes as this window shows them. The same object until something changes. */
  get(): NotesView;
  status(): NotesStatus;
  /** What is pasted into a form: the notes, or where there are none yet what the page tells. */
  details(page: DetectedPage, order: FormOrder): string;
  /** Calls back after every change, from this window or another. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
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
  /** Whether memory took everything; what it refused is on this screen alone. */
  stored: boolean;
  /** What the person must know; what is true no longer is taken back. */
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

/**
 * Opens the notes: reads what is stored, erases what is due before anything is shown, and stays in step. What this
 * window knows is in `state`; every other part is given that and the parts it calls, and keeps nothing but its timer.
 */
export async function openReport(options: OpenReport): Promise<ReportSession> {
  const { now = Date.now } = options;
  const { memory, device } = options.storage ?? notesStorage(options.private);
  const timeZone = options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const state = new SessionState(options.keeping, timeZone);
  const { known, kept, toKeep } = state;
  const work = workUnderWay();
  const base: SessionBase = { state, memory, device, work };
  const own = ownParts(base);
  const copy = deviceCopy(base, own);
  const atHand = caseAtHand(base);
  const eraser = erasing(base, atHand, now);
  const keep = keepOnDevice(base, own, eraser);
  const { readEverything, heard } = takeInNotes(base, { own, copy, eraser, caseAtHand: atHand, keep, now });
  const { putItem, ...edits } = noteEdits(state, { own, copy, now });

  const stop = memory.onChanged(heard);
  await readEverything();

  const leave = (): void => {
    work.flush();
    if (copy.isDue() || work.isWriting('device')) askToTendNotes();
  };
  const seenAgain = (): void => {
    work.flush();
    eraser.watchDates();
  };
  // The background has neither a document nor a way to be hidden.
  globalThis.document?.addEventListener('visibilitychange', seenAgain);
  globalThis.addEventListener?.('pagehide', leave);

  function show(id: string): void {
    if (state.erased.has(id)) return;
    state.chosen = id;
    state.typing.clear();
    if (state.keeping !== 'off') {
      work.run(memory.set({ [CHOSEN]: id })).catch((error) => state.sayNotStored('memory', error));
    }
    state.changed();
  }

  /** All reports that anything is known of, and the one that is shown. */
  function allIds(): string[] {
    return [...new Set([...known.keys(), state.shownId()])];
  }

  return {
    ...edits,
    get: () => state.view(),
    status: () => ({
      private: options.private,
      keeping: state.keeping,
      mayKeep: state.keeping === 'device' && device !== null,
      keptUntil: kept.get(state.shownId()) ?? null,
      erasedInTime: device?.erasesInTime === true,
      stored: !state.refusing.has('memory'),
      messages: state.messages,
    }),
    details: (page, order) => formatDetails(page, state.view(), order),
    subscribe: (listener) => state.subscribe(listener),
    startAnother: () => show(state.nextId()),
    async moveToAnother(key) {
      const from = state.shownId();
      const item = state.view().items.find((one) => one.key === key);
      if (!item) return;
      const { key: _, ...page } = item;
      edits.removeItem(key);
      show(state.nextId());
      putItem(key, page);
      const eraseAt = kept.get(from);
      if (eraseAt !== undefined) await keep.keepUntil(state.shownId(), eraseAt);
    },
    reports() {
      const shown = state.shownId();
      return allIds()
        .sort((a, b) => numberOf(a) - numberOf(b))
        .map((id) => viewNotes(state.notesOf(id), { timeZone }))
        .filter(({ id, empty }) => id === shown || !empty)
        .map(({ id, items, began }) => ({ id, shown: id === shown, page: items[0] ?? null, began }));
    },
    show,
    keepForSevenDays: () => keep.keepUntil(state.shownId(), now() + SEVEN_DAYS),
    stopKeeping: () => keep.stopKeeping(state.shownId()),
    async eraseNow(which = 'shown') {
      const shown = state.shownId();
      const ids = [...(which === 'all' ? allIds() : [shown]), ...state.notYetErased];
      state.chosen = idOf(Math.max(numberOf(state.nextId()), numberOf(shown) + 1));
      const done = await eraser.erase(ids, { [CHOSEN]: state.chosen });
      if (done) state.say({ key: 'notes.erased' });
      return done;
    },
    async setKeeping(next) {
      if (next === state.keeping) return;
      const before = state.keeping;
      // Before anything is waited for: what is typed, kept or allowed meanwhile goes by the new rule.
      state.keeping = next;
      const onDevice = new Set([...kept.keys(), ...toKeep]);
      if (next === 'off') {
        void atHand.forgetPage();
        await eraser.erase([...new Set([...known.keys(), ...onDevice])]);
      }
      if (next === 'session') await Promise.all(Array.from(onDevice, keep.stopKeeping));
      if (before === 'off' || next === 'device') await work.inTurn(readEverything);
      state.changed();
    },
    flush: work.flush,
    settled: work.settled,
    close() {
      work.flush();
      stop();
      copy.close();
      eraser.close();
      state.unsubscribeAll();
      globalThis.document?.removeEventListener('visibilitychange', seenAgain);
      globalThis.removeEventListener?.('pagehide', leave);
    },
  };
}
