import type { NotesStorage } from '../../browser/notes-storage';
import type { Message } from '../../locales/translate';
import { type NotesView, viewNotes } from '../../notes/notes-view';
import { emptyNotes, type ReportNotes } from '../../notes/report-notes';
import type { NoteKeeping } from '../../policy/school-policy';
import { randomName } from './random-name';
import { idOf, numberOf } from './stored-reports';
import type { WorkUnderWay } from './work-under-way';

/** Where notes are stored: for every window of a kind to see, and on disk. */
export type StoringPlace = 'memory' | 'device';

/** What every part of a session is given. */
export interface SessionBase extends NotesStorage {
  state: SessionState;
  /** In turn goes what is kept on the device and taken from it: neither must meet the other half done. */
  work: WorkUnderWay;
}

/**
 * All that one window knows while its notes are open, in one place for the parts of the session, which read and change
 * it. Nothing here touches storage, and nothing waits.
 */
export class SessionState {
  /** Names what this window stores; no two windows have the same. */
  readonly writer = randomName('w');
  /** The rule that holds now; a policy may come late. */
  keeping: NoteKeeping;
  /** Everything known of each report. */
  readonly known = new Map<string, ReportNotes>();
  /** The part of each report that this window stores under its own key. */
  readonly mine = new Map<string, ReportNotes>();
  /** Report → ms since 1970 when it is erased. */
  readonly kept = new Map<string, number>();
  /** Reports that this window was told to keep and not yet told otherwise; whoever stored a date asks it again. */
  readonly toKeep = new Set<string>();
  readonly erased = new Set<string>();
  /** Of the erased ones those of which something may still be stored, because erasing it failed. */
  readonly notYetErased = new Set<string>();
  /** Fields that are being typed into in this window. */
  readonly typing = new Set<string>();
  /** The report that a person, here or in another window, wants to see; null while nobody has chosen. */
  chosen: string | null = null;
  /** What the person must know. Another list after every change. */
  messages: Message[] = [];
  /** Places that refused what was last to be stored there. */
  readonly refusing = new Set<StoringPlace>();

  readonly #timeZone: string;
  readonly #listeners = new Set<() => void>();
  #view: NotesView | null = null;

  constructor(keeping: NoteKeeping, timeZone: string) {
    this.keeping = keeping;
    this.#timeZone = timeZone;
  }

  /** To be called after every change of what is shown. */
  changed(): void {
    this.#view = null;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  unsubscribeAll(): void {
    this.#listeners.clear();
  }

  /** The report that is shown, as this window shows it. The same object until something changes. */
  view(): NotesView {
    const { writer, typing } = this;
    this.#view ??= viewNotes(this.notesOf(this.shownId()), { writer, typing, timeZone: this.#timeZone });
    return this.#view;
  }

  say(message: Message): void {
    if (this.messages.some((other) => other.key === message.key)) return;
    this.messages = [...this.messages, message];
    this.changed();
  }

  sayNotStored(place: StoringPlace, error: unknown): void {
    this.refusing.add(place);
    if (place === 'device') this.say({ key: 'notes.keep-failed' });
    else this.say({ key: /quota/i.test(String(error)) ? 'notes.storage-full' : 'notes.storage-failed' });
  }

  /** What was said of a place that refused is true no longer. */
  unsayNotStored(place: StoringPlace): void {
    this.refusing.delete(place);
    if (place === 'device') this.unsay('notes.keep-failed');
    else this.unsay('notes.storage-full', 'notes.storage-failed');
  }

  unsay(...keys: string[]): void {
    if (!this.messages.some(({ key }) => keys.includes(key))) return;
    this.messages = this.messages.filter(({ key }) => !keys.includes(key));
    this.changed();
  }

  /** Numbered, not random: two windows that begin at the same time begin the same report. */
  nextId(): string {
    const used = [...this.known.keys(), ...this.erased, ...(this.chosen ? [this.chosen] : [])];
    return idOf(Math.max(0, ...used.map(numberOf)) + 1);
  }

  shownId(): string {
    if (this.chosen !== null && !this.erased.has(this.chosen)) return this.chosen;
    return this.known.size > 0 ? idOf(Math.max(...Array.from(this.known.keys(), numberOf))) : this.nextId();
  }

  notesOf(id: string): ReportNotes {
    return this.known.get(id) ?? emptyNotes(id);
  }

  /** From here on the report is an erased one; what is stored of it is not touched. */
  forget(id: string): void {
    this.erased.add(id);
    this.known.delete(id);
    this.mine.delete(id);
    this.kept.delete(id);
    this.toKeep.delete(id);
  }
}
