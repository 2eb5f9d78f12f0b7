import type { Plugin } from 'vite';

/** What the popup runs before its first paint, nearly all of it. */
const RUN_AT_ONCE = new Set(['start', 'screen']);

/**
 * Tells Chrome that the popup's functions are called as soon as they are loaded. It then compiles them beside the page
 * and keeps them compiled from one opening to the next; otherwise only those that run while the file is evaluated, and
 * each other one is compiled at every opening, when it is called. Browsers that do not know the remark skip it.
 */
export function compiledAtOnce(): Plugin {
  return {
    name: 'signpost-compiled-at-once',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk' || !RUN_AT_ONCE.has(output.name)) continue;
          output.code = `//# allFunctionsCalledOnLoad\n${output.code}`;
        }
      },
    },
  };
}
