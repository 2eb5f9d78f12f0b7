import type { Plugin } from 'vite';

/** An import in the wrapper, as it is written: `_(()=>import(`./c12.js`),[])`. */
const WRAPPED = /\b\w+\(\(\)=>(import\((["'`])[^"'`]+\2\)),\[\]\)/g;

/**
 * vite wraps every later import in a helper that would preload styles and further modules. Nothing of that is used
 * here (see preload-links.ts), and the popup loads every kilobyte, so the helper becomes the import itself, and where
 * the import is all there is in it, as in the loaders of the records, it goes.
 */
export function withoutPreloadHelper(): Plugin {
  return {
    name: 'signpost-without-preload-helper',
    enforce: 'pre',
    load(id) {
      return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk') output.code = output.code.replace(WRAPPED, '$1');
        }
      },
    },
  };
}
