import manifest from '../../../manifest.json' with { type: 'json' };

/** The extension's id in Firefox. */
export const FIREFOX_ID = manifest.browser_specific_settings.gecko.id;
