import { browser } from './extension-api';

const ID = 'report';

/** Firefox for Android has no such menu; everything else works there without it. */
const HAS_MENUS = browser.contextMenus !== undefined;

/** Puts "Report this…" into the menu of pages, links, pictures, videos and selected text. */
export function addReportMenu(): void {
  if (!HAS_MENUS) return;
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: ID,
      title: browser.i18n.getMessage('menu_report'),
      contexts: ['page', 'link', 'image', 'video', 'audio', 'selection', 'frame'],
    });
  });
}

/**
 * Calls back with the address of the link that was clicked, otherwise of the page. Never that of a picture or a
 * video: the page is what a hotline needs, and nothing of the material is touched.
 */
export function onReportMenu(callback: (address: string, tabId: number | undefined) => void): void {
  if (!HAS_MENUS) return;
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== ID) return;
    const address = info.linkUrl ?? info.pageUrl ?? tab?.url;
    if (address) callback(address, tab?.id);
  });
}
