/**
 * The names under which notes are stored, in one place:
 * `notes/<report>/<writer>` what one window wrote · `notes-kept/<report>` `{ eraseAt }`, on the device only ·
 * `notes-erased/<report>` the mark of an erased report, in the session only · `notes-chosen/<side>` the report shown.
 * A report's id is its side and a number: `r3` in normal windows, `p3` in private ones.
 */
export type NotesSide = 'r' | 'p';

export interface StoredReports {
  /** Whether there was anything of this side. */
  any: boolean;
  parts: { key: string; id: string; value: unknown }[];
  /** Report → ms since 1970; null where it is no longer kept or the date cannot be read. */
  kept: Map<string, number | null>;
  erased: string[];
  /** Left out where nothing says so. */
  chosen?: string | null;
}

const NAME = /^notes(?:-(kept|erased))?\/([rp][1-9]\d{0,8})(?:\/(w[0-9a-z]+))?$/;

export function toKey(id: string, writer: string): string {
  return `notes/${id}/${writer}`;
}

export function toName(what: 'kept' | 'erased' | 'chosen', id: string): string {
  return `notes-${what}/${id}`;
}

export function sideOf(id: string): string {
  return id.slice(0, 1);
}

export function numberOf(id: string): number {
  return Number(id.slice(1));
}

/** Sorts what a storage area holds, or what changed in it (`undefined` = removed). Other keys are left alone. */
export function readStored(side: NotesSide, values: Record<string, unknown>): StoredReports {
  const found: StoredReports = { any: false, parts: [], kept: new Map(), erased: [] };
  for (const [key, value] of Object.entries(values)) {
    const [, what, id = '', writer] = NAME.exec(key) ?? [];
    if (key === toName('chosen', side)) {
      found.chosen =
        typeof value === 'string' && NAME.test(toName('kept', value)) && sideOf(value) === side ? value : null;
      found.any = true;
    }
    if (sideOf(id) !== side) continue;
    found.any = true;
    if (what === 'kept') found.kept.set(id, eraseTime(value));
    else if (what === 'erased') {
      if (value !== undefined) found.erased.push(id);
    } else if (writer !== undefined && value !== undefined) found.parts.push({ key, id, value });
  }
  return found;
}

function eraseTime(value: unknown): number | null {
  const eraseAt = (value as { eraseAt?: unknown } | null | undefined)?.eraseAt;
  return typeof eraseAt === 'number' && Number.isFinite(eraseAt) ? eraseAt : null;
}
