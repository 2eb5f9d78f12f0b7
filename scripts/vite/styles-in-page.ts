import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** The page that must stand at once. */
const PAGE = /\/popup\/index\.html$/;
const STYLE_LINK = /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;
const NO_OTHER_STYLES = "style-src 'self'";

/**
 * Puts the popup's styles into its page: one file less to ask the browser process for, and its script begins without
 * waiting for them. The policy of the manifest allows these very styles, by their hash, and no others.
 */
export function stylesInPage(): Plugin {
  const hashes = new Set<string>();
  return {
    name: 'signpost-styles-in-page',
    buildStart() {
      hashes.clear();
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        if (!bundle || !PAGE.test(filename)) return html;
        return html.replace(STYLE_LINK, (link, file: string) => {
          const styles = bundle[file];
          if (styles?.type !== 'asset') return link;
          delete bundle[file];
          const text = String(styles.source).trim();
          hashes.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
          return `<style>${text}</style>`;
        });
      },
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const manifest = bundle['manifest.json'];
        if (hashes.size === 0 || manifest?.type !== 'asset') this.error('No styles, or no manifest to allow them in');
        const written = String(manifest.source);
        if (!written.includes(NO_OTHER_STYLES)) this.error(`The manifest does not say ${NO_OTHER_STYLES}`);
        manifest.source = written.replace(NO_OTHER_STYLES, [NO_OTHER_STYLES, ...hashes].join(' '));
      },
    },
  };
}
