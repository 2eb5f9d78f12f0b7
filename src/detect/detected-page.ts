import type { PageKind } from '../catalogue/types';

/** What could be read from an address alone. Every part is null where the address does not tell it. */
export interface DetectedPage {
  /** The platform's id, null for a website that is no known platform. */
  platform: string | null;
  kind: PageKind | null;
  id: string | null;
  /** Without a leading `@`. */
  username: string | null;
  /** The cleaned link: what identifies the content kept, what identifies the sharer dropped. Null without a web address. */
  link: string | null;
}

export const NO_PAGE: DetectedPage = { platform: null, kind: null, id: null, username: null, link: null };
