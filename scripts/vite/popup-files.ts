const START = /\/src\/entrypoints\/start\.ts$/;
const SCREEN = /\/src\/entrypoints\/popup\/show-popup\.tsx$/;
const BACKGROUND = /\/src\/entrypoints\/background\/main\.ts$/;

interface Chunking {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/**
 * The popup's modules in two files, because every further one costs a trip to the browser process: `start`, which
 * reads, and `screen`, which draws. What the screen shares with the background is with the start, because the
 * background must not load a screen.
 */
export const popupFiles = [
  {
    debugName: 'start',
    priority: 2,
    name: (id: string, chunking: Chunking) => {
      const isNeeded = isImportedBy(START, id, chunking) || isImportedBy(BACKGROUND, id, chunking);
      return isNeeded && isOfPopup(id, chunking) ? 'start' : null;
    },
  },
  {
    debugName: 'screen',
    priority: 1,
    name: (id: string, chunking: Chunking) => (isOfPopup(id, chunking) ? 'screen' : null),
  },
];

function isOfPopup(id: string, chunking: Chunking): boolean {
  return isImportedBy(START, id, chunking) || isImportedBy(SCREEN, id, chunking);
}

/** Whether an entry needs a module at once, itself included. */
function isImportedBy(entry: RegExp, id: string, chunking: Chunking): boolean {
  return reaches(entry, id, chunking, new Set());
}

function reaches(entry: RegExp, id: string, chunking: Chunking, seen: Set<string>): boolean {
  if (entry.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return chunking.getModuleInfo(id)?.importers.some((importer) => reaches(entry, importer, chunking, seen)) ?? false;
}
