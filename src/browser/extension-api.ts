import browser from 'webextension-polyfill';

/** The extension API, in one place: everything else that touches the browser imports it from here. */
export { browser };

/** True in the Firefox package. A constant, so that the other browser's code is left out of each package. */
export const IS_FIREFOX: boolean = __FIREFOX__;
