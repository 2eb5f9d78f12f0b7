import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface LoadedFile {
  file: string;
  bytes: number;
  gzipped: number;
}

/**
 * The files of a package that the popup loads for a page of one platform in one country, until its first screen
 * stands: the page, its styles and modules, and the records' files that hold the platform and the country.
 */
export function popupFiles(folder: string, platform: string, country: string): LoadedFile[] {
  const html = 'src/entrypoints/popup/index.html';
  const linked = [...readFileSync(join(folder, html), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
    (match) => match[1]!,
  );
  const records = [
    recordFile(folder, /^p\d+\.js$/, `id:"${platform}"`, `id:\`${platform}\``),
    recordFile(folder, /^c\d+\.js$/, `code:"${country}"`, `code:\`${country}\``),
  ];
  return [...new Set([html, ...linked, ...records])].map((file) => {
    const content = readFileSync(join(folder, file));
    return { file, bytes: content.length, gzipped: gzipSync(content, { level: 9 }).length };
  });
}

function recordFile(folder: string, name: RegExp, ...marks: string[]): string {
  const found = readdirSync(join(folder, 'assets'))
    .filter((file) => name.test(file))
    .find((file) => {
      const text = readFileSync(join(folder, 'assets', file), 'utf8');
      return marks.some((mark) => text.includes(mark));
    });
  if (!found) throw new Error(`No file of ${folder} holds ${marks[0]}`);
  return `assets/${found}`;
}
