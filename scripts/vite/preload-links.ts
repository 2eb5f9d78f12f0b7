import { dirname } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Lets a page ask at once for all the modules it needs: those it imports, and the screen in its own folder that its
 * start imports a moment later. vite can do that too, but only together with a wrapper around every later import, a
 * kilobyte of code that has nothing to do here.
 */
export function preloadLinks(): Plugin {
  return {
    name: 'signpost-preload-links',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, chunk, filename }) {
        if (!bundle || !chunk) return [];
        const files = new Set<string>();
        const visit = (file: string) => {
          const found = bundle[file];
          if (files.has(file) || found?.type !== 'chunk') return;
          files.add(file);
          found.imports.forEach(visit);
        };
        visit(chunk.fileName);
        for (const file of [...files]) {
          const found = bundle[file];
          if (found?.type !== 'chunk') continue;
          found.dynamicImports.filter((later) => isOfPage(bundle[later], filename)).forEach(visit);
        }
        // What stands in the page as a script already is asked for anyway.
        for (const file of [chunk.fileName, ...chunk.imports]) if (html.includes(`src="/${file}"`)) files.delete(file);
        files.delete(chunk.fileName);
        return [...files].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', href: `/${file}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}

function isOfPage(output: { type: string; moduleIds?: string[] } | undefined, page: string): boolean {
  return output?.moduleIds?.some((id) => dirname(id) === dirname(page)) ?? false;
}
