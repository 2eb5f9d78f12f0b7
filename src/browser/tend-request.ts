/** The message of a closing page to the background. A file of its own, so that a test can send it without a browser's API. */
export const TEND_REQUEST = 'tend kept notes';
