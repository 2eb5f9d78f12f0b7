import type { Plugin } from 'vite';

/**
 * vite wraps every later import in a helper that would preload styles and further modules. Nothing of that is used
 * here (see preload-links.ts), and the popup loads every kilobyte, so the helper becomes the import itself.
 */
export function withoutPreloadHelper(): Plugin {
  return {
    name: 'signpost-without-preload-helper',
    enforce: 'pre',
    load(id) {
      return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null;
    },
  };
}
