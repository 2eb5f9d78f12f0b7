const POPUP = /\/src\/entrypoints\/popup\/main\.tsx$/;
const BACKGROUND = /\/src\/entrypoints\/background\/main\.ts$/;

interface Chunking {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/**
 * The popup's modules in two files: what the background needs too, because the background must not load a screen, and
 * all the rest. Its entry is excepted, because the panel shares most of the others and must not run the popup.
 */
export const popupFiles = [
  {
    debugName: 'base',
    priority: 2,
    name: (id: string, chunking: Chunking) =>
      isImportedBy(POPUP, id, chunking) && isImportedBy(BACKGROUND, id, chunking) ? 'base' : null,
  },
  {
    debugName: 'screen',
    priority: 1,
    name: (id: string, chunking: Chunking) => (isImportedBy(POPUP, id, chunking) ? 'screen' : null),
  },
];

function isImportedBy(entry: RegExp, id: string, chunking: Chunking): boolean {
  return !entry.test(id) && reaches(entry, id, chunking, new Set());
}

function reaches(entry: RegExp, id: string, chunking: Chunking, seen: Set<string>): boolean {
  if (entry.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return chunking.getModuleInfo(id)?.importers.some((importer) => reaches(entry, importer, chunking, seen)) ?? false;
}
