import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export const NOTICES = 'third-party-notices.txt';

/** The folder and the name of the package that a module comes from; scoped names have two parts. */
const PACKAGE = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)(?=[\\/])/;

/**
 * Lays the licences of what others wrote beside the code that holds it, as their licences ask: of exactly those packages
 * whose modules the build takes in.
 */
export function thirdPartyNotices(): Plugin {
  return {
    name: 'signpost-third-party-notices',
    generateBundle(_, bundle) {
      const folders = new Map<string, string>();
      for (const output of Object.values(bundle)) {
        for (const id of output.type === 'chunk' ? output.moduleIds : []) {
          const [folder, name] = PACKAGE.exec(id) ?? [];
          if (folder && name) folders.set(name.replace('\\', '/'), folder);
        }
      }
      const names = [...folders.keys()].sort();
      const source = [INTRODUCTION, ...names.map((name) => notice(name, folders.get(name)!))].join(BETWEEN);
      this.emitFile({ type: 'asset', fileName: NOTICES, source });
    },
  };
}

const INTRODUCTION =
  'Signpost contains code of these projects. Each stands under its own licence, which follows its name.\n';
const BETWEEN = `\n${'-'.repeat(80)}\n\n`;

function notice(name: string, folder: string): string {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (!file) throw new Error(`${name} has no file with its licence, which has to go into the packages.`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}
