import type { Plugin } from 'vite';

/**
 * Lets a page ask for all the modules it imports at once. vite can do that too, but only together with a wrapper
 * around every later import, a kilobyte of code that has nothing to do here.
 */
export function preloadLinks(): Plugin {
  return {
    name: 'signpost-preload-links',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, chunk }) {
        if (!bundle || !chunk) return [];
        const files = new Set<string>();
        const visit = (file: string) => {
          const found = bundle[file];
          if (files.has(file) || found?.type !== 'chunk') return;
          files.add(file);
          found.imports.forEach(visit);
        };
        chunk.imports.forEach(visit);
        return [...files].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', href: `/${file}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}
