import { storedForm } from '../../notes/parse-notes';
import {
  type Edit,
  emptyNotes,
  mergeNotes,
  type ReportNotes,
  withoutOverwritten,
  writeEntry,
} from '../../notes/report-notes';
import type { SessionBase, StoringPlace } from './session-state';
import { partKey } from './stored-reports';

/** This window's own part of each report, and its way to storage. No other window writes under the same keys. */
export interface OwnParts {
  /** Adds an entry of this window's to a report. */
  write(id: string, edit: Omit<Edit, 'writer'>): void;
  /** Takes in what others wrote of a report. */
  join(notes: ReportNotes): void;
  /** Makes this window answer for everything that is known of a report, because its writers may be gone. */
  takeOver(id: string): void;
  /** Hands this window's part, where it has one, to the device. */
  storeOnDevice(id: string): void;
}

export function ownParts({ state, memory, device, work }: SessionBase): OwnParts {
  const { known, mine, kept, erased, writer } = state;

  /** Writes at once; while a write is under way the next one waits for it, and only the last counts. */
  function store(place: StoringPlace, id: string): void {
    const area = place === 'device' ? device : memory;
    if (!area) return;
    const key = partKey(id, writer);
    const forbidden = () => erased.has(id) || (place === 'device' && !kept.has(id));
    work.writeLatest(`${place} ${key}`, () => {
      const part = mine.get(id);
      if (!part || forbidden()) return null;
      return area.set({ [key]: storedForm(part) }).then(
        async () => {
          // Erased, or no longer kept, while the write was under way.
          if (forbidden()) await area.remove([key]);
          else state.unsayNotStored(place);
        },
        (error: unknown) => state.sayNotStored(place, error),
      );
    });
  }

  function storeEverywhere(id: string): void {
    if (state.keeping === 'off') return;
    store('memory', id);
    if (kept.has(id)) store('device', id);
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

  return {
    write(id, edit) {
      const { field } = edit;
      const after = writeEntry(state.notesOf(id), { writer, ...edit });
      const part = mine.get(id) ?? emptyNotes(id);
      const register = { ...part.fields[field], [writer]: after.fields[field]![writer]! };
      mine.set(id, { id, fields: { ...part.fields, [field]: register } });
      know(after);
      storeEverywhere(id);
    },
    join: (notes) => know(mergeNotes(state.notesOf(notes.id), notes)),
    takeOver(id) {
      mine.set(id, state.notesOf(id));
      storeEverywhere(id);
    },
    storeOnDevice: (id) => store('device', id),
  };
}
