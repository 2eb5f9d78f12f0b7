/**
 * The names under which notes are stored. Two modules know them besides: state/has-stored-notes.ts, which the popup loads
 * and which must be small, and browser/notes-device.ts, which knows nothing of ours and finds a report's place by its id.
 *
 * `notes/<report>/<writer>` what one window wrote · `notes-kept/<report>` `{ eraseAt }`, on the device and, for other
 * windows to see, in memory · `notes-erased/<report>` the mark of an erased report, in memory only · `notes-chosen` the
 * report that is shown. A report's id is `r` and a number.
 */
export interface StoredReports {
  parts: { key: string; id: string; value: unknown }[];
  /** Report → ms since 1970; null where it is no longer kept or the date cannot be read. */
  kept: Map<string, number | null>;
  erased: string[];
  /** Left out where nothing says so. */
  chosen?: string | null;
  /** Whether there was anything of the notes. */
  any: boolean;
}

const NAME = /^notes(?:-(kept|erased))?\/(r[1-9]\d{0,8})(?:\/(w[0-9a-z]+))?$/;
export const CHOSEN = 'notes-chosen';

export function partKey(id: string, writer: string): string {
  return `notes/${id}/${writer}`;
}

/** The writer that a part's key names. */
export function writerOf(key: string): string {
  return NAME.exec(key)?.[3] ?? '';
}

export function keptKey(id: string): string {
  return `notes-kept/${id}`;
}

export function erasedKey(id: string): string {
  return `notes-erased/${id}`;
}

export function idOf(number: number): string {
  return `r${number}`;
}

export function numberOf(id: string): number {
  return Number(id.slice(1));
}

/** Whether a key holds anything of a report; its mark of being erased is not of it. */
export function belongsTo(key: string, id: string): boolean {
  return key.startsWith(partKey(id, '')) || key === keptKey(id);
}

/** Sorts what a storage area holds, or what changed in it (`undefined` = removed). Other keys are left alone. */
export function readStored(values: Record<string, unknown>): StoredReports {
  const found: StoredReports = { parts: [], kept: new Map(), erased: [], any: false };
  for (const [key, value] of Object.entries(values)) {
    const [known, what, id = '', writer] = NAME.exec(key) ?? [];
    if (key === CHOSEN) found.chosen = typeof value === 'string' && NAME.test(keptKey(value)) ? value : null;
    else if (known === undefined) continue;
    else if (what === 'kept') found.kept.set(id, eraseTime(value));
    else if (what === 'erased' && value !== undefined) found.erased.push(id);
    else if (writer !== undefined && value !== undefined) found.parts.push({ key, id, value });
    found.any = true;
  }
  return found;
}

/** The report that the windows are about, by what memory holds. */
export function shownIn({ chosen, parts }: StoredReports): string {
  return chosen ?? idOf(Math.max(0, ...parts.map(({ id }) => numberOf(id))));
}

function eraseTime(value: unknown): number | null {
  const eraseAt = (value as { eraseAt?: unknown } | null | undefined)?.eraseAt;
  return typeof eraseAt === 'number' && Number.isFinite(eraseAt) ? eraseAt : null;
}
