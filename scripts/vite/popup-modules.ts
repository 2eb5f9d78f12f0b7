const POPUP = /\/src\/entrypoints\/popup\/main\.tsx$/;

interface ModuleInfo {
  importers: readonly string[];
}

/**
 * Names the one file for every module that the popup imports at its start, its entry itself excepted, because the
 * panel shares most of them and must not run the popup.
 */
export function popupModules(id: string, infoOf: (id: string) => ModuleInfo | null): string | null {
  return !POPUP.test(id) && isImportedByPopup(id, infoOf, new Set()) ? 'screen' : null;
}

function isImportedByPopup(id: string, infoOf: (id: string) => ModuleInfo | null, seen: Set<string>): boolean {
  if (POPUP.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return infoOf(id)?.importers.some((importer) => isImportedByPopup(importer, infoOf, seen)) ?? false;
}
