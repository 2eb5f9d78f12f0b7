/** Stands in for webextension-polyfill in the packages (see vite.config.ts): both targets return promises by themselves. */
const scope = globalThis as unknown as { browser?: unknown; chrome?: unknown };

export default scope.browser ?? scope.chrome;
