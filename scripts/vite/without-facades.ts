import type { Plugin } from 'vite';

/** A file that only hands on what another one exports, under the names that a later import asks for. */
const FACADE = /^export\{([^}]*)\}from["'`]\.\/([^"'`]+)["'`];?\s*$/;

/**
 * Lets a later import ask for the file itself where the builder would put a facade before it: each file costs the
 * popup a trip to the browser process, and a facade two, one after the other.
 */
export function withoutFacades(): Plugin {
  return {
    name: 'signpost-without-facades',
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        for (const facade of chunks) {
          const [, names, file] = FACADE.exec(facade.code) ?? [];
          if (names === undefined || facade.isEntry) continue;
          const importFacade = new RegExp(`import\\(["'\`]\\./${escaped(basename(facade.fileName))}["'\`]\\)`, 'g');
          const renamed = names.split(',').map((name) => {
            const [inFile, asked = inFile] = name.split(' as ');
            return `${asked}:m.${inFile}`;
          });
          for (const chunk of chunks) {
            chunk.code = chunk.code.replace(importFacade, `import("./${file}").then(m=>({${renamed.join()}}))`);
            chunk.dynamicImports = chunk.dynamicImports.map((other) =>
              other === facade.fileName ? facade.imports[0]! : other,
            );
          }
          delete bundle[facade.fileName];
        }
      },
    },
  };
}

const basename = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
