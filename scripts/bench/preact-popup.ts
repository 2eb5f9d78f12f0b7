import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { withoutInnerHtml } from '../vite/without-inner-html';

/** The least that Preact can do in a popup: one line of text. Built here, so that the comparison stays honest. */
export async function buildPreactPopup(folder: string): Promise<string> {
  const source = join(folder, 'source');
  mkdirSync(source, { recursive: true });
  writeFileSync(
    join(source, 'popup.html'),
    '<!doctype html><title>Preact</title><div id="popup"></div><script type="module" src="./main.ts"></script>',
  );
  const preact = fileURLToPath(import.meta.resolve('preact'));
  writeFileSync(
    join(source, 'main.ts'),
    `import { h, render } from '${preact}';
render(h('p', null, 'Hello'), document.getElementById('popup'));`,
  );
  const outDir = join(folder, 'preact');
  await build({
    configFile: false,
    root: source,
    logLevel: 'error',
    build: { outDir, modulePreload: false, rollupOptions: { input: join(source, 'popup.html') } },
    plugins: [withoutInnerHtml()],
  });
  writeFileSync(join(outDir, 'worker.js'), 'chrome.runtime.onInstalled.addListener(() => {});');
  writeFileSync(
    join(outDir, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Preact',
      version: '1',
      action: { default_popup: 'popup.html' },
      background: { service_worker: 'worker.js' },
      permissions: ['activeTab', 'storage'],
    }),
  );
  return outDir;
}
