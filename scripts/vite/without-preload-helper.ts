import type { Plugin } from 'vite';

/** `_(()=>import(`./c12.js`),[])` */
const WRAPPED = /\b\w+\(\(\)=>(import\((["'`])[^"'`]+\2\)(?:\.then\(\w+=>\(\{[^{}]*\}\)\))?),\[\]\)/g;
/** `_(async()=>{let{open:e}=await import(`./panel.js`);return{open:e}},[])` */
const WRAPPED_NAMES =
  /\b\w+\(async\(\)=>\{let\{[^{}]*\}=await (import\((["'`])[^"'`]+\2\)(?:\.then\(\w+=>\(\{[^{}]*\}\)\))?);return\{[^{}]*\}\},\[\]\)/g;

/**
 * vite wraps every later import in a helper that would preload styles and further modules. Nothing of that is used
 * here (see preload-links.ts), and the popup loads every kilobyte, so the wrapper goes again; where it is written
 * in another way it becomes a call of nothing but the import.
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
          if (output.type === 'chunk') output.code = output.code.replace(WRAPPED, '$1').replace(WRAPPED_NAMES, '$1');
        }
      },
    },
  };
}
