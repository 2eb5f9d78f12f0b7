import type { DetectedPage } from '../../detect/detected-page';
import type { Message } from '../../locales/translate';
import { acceptText, type FieldLength } from '../../notes/accept-text';
import {
  type FieldName,
  itemField,
  type NoteField,
  openedField,
  referenceField,
  reportedField,
  usernameField,
} from '../../notes/field-names';
import type { NotesView } from '../../notes/notes-view';
import { type NotedItem, type NoteValue, standingWriters } from '../../notes/report-notes';
import type { DeviceCopy } from './device-copy';
import type { OwnParts } from './own-parts';
import { randomName } from './random-name';
import type { SessionState } from './session-state';

/** What a person, or a click, notes in the report that is shown. */
export interface NoteEdits {
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
  /** Adds a line for a username or id that is not in a link. Gives its key, for `usernameField`. */
  addUsername(name?: string): string;
  removeUsername(key: string): void;
  markOpened(body: string, at?: number): void;
  setReported(body: string, reported: boolean): void;
  setReference(body: string, reference: string): Message | null;
}

interface Parts {
  own: OwnParts;
  copy: DeviceCopy;
  now: () => number;
}

/** The edits, and beside them `putItem`, which gives a noted page back under the key that it had. */
export function noteEdits(
  state: SessionState,
  { own, copy, now }: Parts,
): NoteEdits & { putItem(key: string, item: NotedItem): void } {
  const { typing } = state;

  /** @param over the writers whose entries in the field this one replaces */
  function write(field: FieldName, value: NoteValue, over: readonly string[]): void {
    // True no longer once something is noted again.
    state.unsay('notes.erased');
    own.write(state.shownId(), { field, value, now: now(), over });
    if (over.length > 0) copy.tendSoon();
    state.changed();
  }

  function standing(field: FieldName): string[] {
    return standingWriters(state.notesOf(state.shownId()), field);
  }

  /** Replaces whatever the field shows here, leaving what stands beside it. */
  function writeShown(field: FieldName, value: NoteValue): void {
    write(field, value, standing(field).slice(0, 1));
  }

  function setText(name: NoteField, value: string, over: (standing: readonly string[]) => readonly string[]) {
    const { text, message } = acceptText(value, lengthOf(name));
    if (text !== null) write(name, text, over(standing(name)));
    return message;
  }

  function setField(name: NoteField, value: string): Message | null {
    const began = typing.has(name);
    typing.add(name);
    // What another window types from now on stands beside it; only what was here at the first letter is replaced.
    return setText(name, value, (writers) => (began ? [] : writers.slice(0, 1)));
  }

  function putItem(key: string, item: NotedItem): void {
    write(itemField(key), item, []);
  }

  function sameItem({ link, platform, id, username }: DetectedPage): NotesView['items'][number] | undefined {
    return state
      .view()
      .items.find((item) =>
        link === null
          ? item.link === null && item.platform === platform && item.id === id && item.username === username
          : item.link === link,
      );
  }

  return {
    setField,
    leaveField(name) {
      if (typing.delete(name)) state.changed();
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
      putItem(key, { link, platform, kind, id, username, addedAt: now() });
      return key;
    },
    putItem,
    removeItem(key) {
      writeShown(itemField(key), null);
    },
    addUsername(name = '') {
      // The time first, so that lines stay in the order in which they were added.
      const key = `k${now().toString(36).padStart(9, '0')}${randomName('')}`;
      setText(usernameField(key), name, () => []);
      return key;
    },
    removeUsername(key) {
      writeShown(usernameField(key), null);
    },
    markOpened(body, at = now()) {
      write(openedField(body, at), at, []);
    },
    setReported(body, reported) {
      writeShown(reportedField(body), reported ? now() : null);
    },
    setReference(body, reference) {
      return setField(referenceField(body), reference);
    },
  };
}

function lengthOf(field: NoteField): FieldLength {
  if (field === 'words') return 'long';
  return field === 'where' || field === 'whoKnows' ? 'address' : 'line';
}
