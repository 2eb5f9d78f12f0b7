import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { catalogueModules } from './scripts/vite/catalogue-modules';
import { compiledAtOnce } from './scripts/vite/compiled-at-once';
import { manifestFor, sidebarForFirefox, type Target } from './scripts/vite/manifest-for';
import { popupFiles } from './scripts/vite/popup-files';
import { preloadLinks } from './scripts/vite/preload-links';
import { stylesInPage } from './scripts/vite/styles-in-page';
import { thirdPartyNotices } from './scripts/vite/third-party-notices';
import { withoutFacades } from './scripts/vite/without-facades';
import { withoutInnerHtml } from './scripts/vite/without-inner-html';
import { withoutPreloadHelper } from './scripts/vite/without-preload-helper';

/** `SIGNPOST_TARGET=firefox` builds for Firefox, anything else for Chrome, Edge and Chromium. */
const target: Target = process.env.SIGNPOST_TARGET === 'firefox' ? 'firefox' : 'chrome';

/** Records are many files, and the popup holds the name of each: `c12.js` will do. Everything else says what it is. */
const shortNames = ({ name }: { name: string }) => `assets/${/^[cp]\d+$/.test(name) ? '[name]' : '[name]-[hash]'}.js`;

export default defineConfig(({ command }) => ({
  define: { __FIREFOX__: JSON.stringify(target === 'firefox') },
  // Both targets have promises of their own (Chrome from minimum_chrome_version on, Firefox always), so the polyfill
  // would only pass calls through: 10 KB and about a millisecond at every opening for nothing. Its types stay.
  resolve: {
    alias: { 'webextension-polyfill': new URL('./src/browser/native-promises.ts', import.meta.url).pathname },
  },
  build: {
    // A dev server writes pages that load from localhost; it must never write where packages are made from.
    outDir: command === 'serve' ? `out/dev-${target}` : `dist/${target}`,
    emptyOutDir: true,
    target: ['chrome120', 'firefox142'],
    // Only from 123 on has Chrome light-dark(), which no style here uses and the builder would make room for in each.
    cssTarget: ['chrome123', 'firefox142'],
    // See preload-links.ts. vite's own would also bring a polyfill that calls fetch, which this extension never does.
    modulePreload: false,
    rollupOptions: {
      // Every file costs the popup a trip to the browser process, so what it always needs comes in one.
      output: {
        chunkFileNames: shortNames,
        codeSplitting: { groups: popupFiles },
      },
      input: {
        welcome: 'src/entrypoints/welcome/index.html',
        admin: 'src/entrypoints/admin/index.html',
      },
    },
  },
  plugins: [
    catalogueModules(),
    withoutPreloadHelper(),
    withoutFacades(),
    withoutInnerHtml(),
    preloadLinks(),
    compiledAtOnce(),
    crx({ manifest: manifestFor(target), browser: target }),
    sidebarForFirefox(target),
    stylesInPage(),
    thirdPartyNotices(),
  ],
}));
