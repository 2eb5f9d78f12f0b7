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
 * Calls back with the address of the link that was clicked if that is a web page's, otherwise of the page. Never that
 * of a picture or a video: the page is what a hotline needs, and nothing of the material is touched.
 */
export function onReportMenu(callback: (address: string, tabId: number | undefined) => void): void {
  if (!HAS_MENUS) return;
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== ID) return;
    // A link may be a script's (`javascript:`) or a mailbox, which is no page: then the page it stands on.
    const isWeb = (address: string | undefined) => address !== undefined && /^https?:/i.test(address);
    const page = info.pageUrl ?? tab?.url;
    const address = isWeb(info.linkUrl) ? info.linkUrl : page;
    if (address) callback(address, tab?.id);
  });
}
