import { decodeOrKeep } from './read-address';

/**
 * The value of a query key, without the cost of a URLSearchParams object.
 * @param search the query with its `?`
 * @returns decoded; empty for a key without a value, null where the key is missing
 */
export function queryValue(search: string, key: string): string | null {
  let at = 0;
  while (true) {
    at = search.indexOf(key, at + 1);
    if (at < 1) return null;
    const before = search[at - 1];
    if (before !== '?' && before !== '&') continue;
    const after = search[at + key.length];
    if (after !== '=' && after !== '&' && after !== undefined) continue;
    if (after !== '=') return '';
    const end = search.indexOf('&', at);
    const value = search.slice(at + key.length + 1, end < 0 ? undefined : end);
    return decodeOrKeep(value.includes('+') ? value.replaceAll('+', ' ') : value);
  }
}
