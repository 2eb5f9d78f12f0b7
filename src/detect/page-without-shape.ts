import type { PageKind } from '../catalogue/types';
import { OF_SOMEBODY, type ShapeMatch } from './match-shape';
import { firstSegment, lastSegment } from './path-segments';
import { queryValue } from './query-value';
import type { WebAddress } from './read-address';

/** First segments that show search results or a tag, wherever a record has no better shape. */
const SEARCH_SEGMENTS = new Set(
  'search results find browse explore discover tag tags hashtag hashtags topic topics category categories'.split(' '),
);

/** First segments that show somebody's own messages, likewise. */
const MESSAGE_SEGMENTS = new Set('messages messaging inbox conversations'.split(' '));

/** Of the search segments, those whose second segment is what is shown. */
const TAG_PATH = /^\/(?:hash)?tags?\/([^/]+)/;

/** The query keys in which sites hand over what is searched for. */
const SEARCH_KEYS = 'q query search_query keyword keywords search term text'.split(' ');

/** The front page by another name, likewise: the feed after signing in, a file's name. */
const FRONT_PAGE = /^\/(?:home|feed|index\.(?:html?|php))$/;

/** Last segments that show a part of a profile or a group, which stays the page (`/jane/followers`). */
const TABS = new Set(
  (
    'about activity albums all archive articles audio badges bio blog boards clips collections comments community ' +
    'events favorites favourites featured feed followers following friends gallery games groups highlights info items ' +
    'journal likes links lists live media members membership moments music overview photos pictures playlists podcasts ' +
    'popular portfolio posts products profile projects questions reels replies reposts reviews saved schedule shop ' +
    'shorts songs stats store stories streams subscriptions tagged tracks uploads video videos vods wishlist works'
  ).split(' '),
);

/** Whether the last segment names a part of what the segments before it name. */
export function isTab(path: string): boolean {
  return TABS.has(lastSegment(path));
}

/** The profile or group whose part the last segment names, where no shape says more. */
export function findTabOwner(address: WebAddress, find: (at: WebAddress) => ShapeMatch | null): ShapeMatch | null {
  const { path } = address;
  if (!isTab(path)) return null;
  const found = find({ ...address, path: path.slice(0, path.lastIndexOf('/')) });
  return found && (found.username || found.id) && OF_SOMEBODY.has(found.shape.kind) ? found : null;
}

/**
 * What a page is that fits no shape, as far as its path says.
 * @param sameSite whether its host is a face of the platform's own site
 */
export function kindWithoutShape({ path }: WebAddress, sameSite: boolean): PageKind {
  if (!sameSite) return 'other';
  if (path === '' || FRONT_PAGE.test(path)) return 'home';
  const first = firstSegment(path);
  if (SEARCH_SEGMENTS.has(first)) return 'search';
  return MESSAGE_SEGMENTS.has(first) ? 'message' : 'other';
}

/** What a search page without a shape of its own looks for, null where its address does not say. */
export function searchedFor({ path, search }: WebAddress): string | null {
  for (const key of search ? SEARCH_KEYS : []) {
    const words = queryValue(search, key);
    if (words) return words;
  }
  return TAG_PATH.exec(path)?.[1] ?? null;
}
