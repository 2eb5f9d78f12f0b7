import { browser } from './extension-api';

/** Opens one of our own pages in a tab. */
export async function openOwnPage(page: 'welcome' | 'admin'): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`src/entrypoints/${page}/index.html`) });
}
