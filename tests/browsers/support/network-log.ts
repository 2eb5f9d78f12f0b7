import { readFileSync } from 'node:fs';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { initiator?: string; url?: string; host?: string } }[];
}

function readLog(file: string): NetLog {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text) as NetLog;
  } catch {
    // A browser that was ended hard leaves the list open.
    return JSON.parse(`${text.replace(/,\s*$/, '')}]}`) as NetLog;
  }
}

/**
 * Every address on the network that pages or the worker of an extension asked for, from Chromium's own network log. The
 * extension's own files are not counted, nor are tabs (whose initiator is the extension when it opens them): pass
 * the addresses of the tabs that were opened.
 *
 * @param file Log of a browser that has closed.
 */
export function requestsByExtension(file: string, extensionId: string, openedTabs: string[] = []): string[] {
  const log = readLog(file);
  const start = log.constants.logEventTypes.URL_REQUEST_START_JOB;
  return log.events
    .filter((event) => event.type === start && event.params?.initiator === `chrome-extension://${extensionId}`)
    .map((event) => event.params?.url ?? '')
    .filter((url) => !url.startsWith('chrome-extension:') && !openedTabs.includes(url));
}

/**
 * Every host name that the browser looked up, whoever asked: shows what no request shows (preconnect, dns-prefetch).
 * Only of use without the offline web, whose mapping hides the names.
 */
export function hostsLookedUp(file: string): Set<string> {
  const log = readLog(file);
  const types = new Set(
    ['HOST_RESOLVER_MANAGER_REQUEST', 'DNS_TRANSACTION'].map((name) => log.constants.logEventTypes[name]),
  );
  return new Set(
    log.events
      .filter((event) => types.has(event.type) && event.params?.host)
      .map((event) => event.params!.host!.replace(/^\w+:\/\//, '').replace(/:\d+$/, '')),
  );
}
