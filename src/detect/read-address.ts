/** A web address taken apart once, in the pieces that detection asks for. */
export interface WebAddress {
  /** The whole address as the URL standard writes it, without user information. */
  href: string;
  /** Lower case, without a final dot. */
  host: string;
  /** Without a trailing slash and without doubled slashes; percent-encoding undone where that is unambiguous. */
  path: string;
  /** With its `?`, or empty. */
  search: string;
  /** Without its `#`, or empty. */
  fragment: string;
}

/**
 * An address in which the URL standard would change nothing: lower-case host with a top-level domain in letters and
 * no xn-- label, no user information, no port, no dot or empty segment, and only characters that are never escaped.
 * Most addresses are like this, and cutting them up costs half of what a URL object costs;
 * tests/detect/read-address.test.ts holds both ways together.
 */
const PLAIN =
  /^https?:\/\/(?:(?!xn--)[a-z0-9-]+\.)+[a-z]{2,}(?=\/)(?:\/[\w~!$&()*+,;=:@-][\w~!$&()*+,;=:@.-]*)*\/?(?:\?[\w~!$&()*+,;=:@./?%-]+)?(?:#[\w~!$&()*+,;=:@./?%-]+)?$/;

/**
 * Reads an address the way the browser does.
 * @returns null for anything that is no web page's address (other schemes, text that is no address)
 */
export function readAddress(address: string): WebAddress | null {
  const pathStart = address.indexOf('/', 8);
  // Without a path the standard adds one.
  return pathStart > 0 && PLAIN.test(address) ? cutPlainAddress(address, pathStart) : readAnyAddress(address);
}

function cutPlainAddress(address: string, pathStart: number): WebAddress {
  const hash = address.indexOf('#', pathStart);
  const end = hash < 0 ? address.length : hash;
  const question = address.indexOf('?', pathStart);
  const pathEnd = question < 0 || question > end ? end : question;
  return {
    href: address,
    host: address.slice(address[4] === 's' ? 8 : 7, pathStart),
    path: address.slice(pathStart, address[pathEnd - 1] === '/' ? pathEnd - 1 : pathEnd),
    search: pathEnd === end ? '' : address.slice(pathEnd, end),
    fragment: hash < 0 ? '' : address.slice(hash + 1),
  };
}

/** The general way, through the browser's own reading. */
export function readAnyAddress(address: string): WebAddress | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username || url.password) {
    // Whoever is named before the @ is not the site; and a password must not be noted.
    url.username = '';
    url.password = '';
  }
  const host = url.hostname;
  const { href } = url;
  return {
    // A lone # at the end says nothing, and would shift the query when the link is cleaned.
    href: url.hash === '' && href.endsWith('#') ? href.slice(0, -1) : href,
    host: host.endsWith('.') ? host.slice(0, -1) : host,
    path: plainPath(url.pathname),
    search: url.search,
    fragment: url.hash.slice(1),
  };
}

function plainPath(pathname: string): string {
  let path = pathname;
  if (path.includes('//')) path = path.replace(/\/{2,}/g, '/');
  if (path.endsWith('/')) path = path.slice(0, -1);
  return decodeSegments(path);
}

/** A path, or a route in a fragment, with the percent-encoding of its segments undone. */
export function decodeSegments(path: string): string {
  return path.includes('%') ? path.split('/').map(decodeSegment).join('/') : path;
}

/** Undoes percent-encoding, but keeps a segment as it is where that would make new separators or cannot be done. */
function decodeSegment(segment: string): string {
  const decoded = decodeOrKeep(segment);
  return /[/?#]/.test(decoded) ? segment : decoded;
}

/** A text with its percent-encoding undone, or as it is where that cannot be done. */
export function decodeOrKeep(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
