import type { Plugin } from 'vite';

/**
 * Preact can set innerHTML where a component asks for it. None of ours may, and the store's linter warns of it,
 * so that one assignment becomes textContent; the build fails if it is not found, for then Preact has changed.
 */
export function withoutInnerHtml(): Plugin {
  return {
    name: 'signpost-without-inner-html',
    transform(code, id) {
      if (!/preact[\\/]dist[\\/]preact(\.module)?\.m?js$/.test(id)) return null;
      const changed = code.replace(/\.innerHTML=/g, '.textContent=');
      if (changed === code) this.error('Preact no longer assigns innerHTML where this plugin expects it');
      return { code: changed, map: null };
    },
  };
}
