import { PAGE_KINDS, SITUATIONS, type Situation } from '../catalogue/types';
import { type DetectedPage, NO_PAGE } from '../detect/detected-page';

/** What the report at hand is about: the popup says it, the panel goes by it. */
export interface ReportCase {
  page: DetectedPage;
  /** Number of the platform's record, null for a website that is no known platform. */
  platform: number | null;
  situation: Situation;
}

export const NO_CASE: ReportCase = { page: NO_PAGE, platform: null, situation: 'seen-online' };

/** A stored case; null where there is none or it cannot be read. */
export function parseCase(stored: unknown): ReportCase | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { page, platform, situation } = stored as {
    page?: Record<string, unknown>;
    platform?: unknown;
    situation?: unknown;
  };
  const known = SITUATIONS.find((name) => name === situation);
  if (!known || typeof page !== 'object' || page === null) return null;
  const text = (key: string) => (typeof page[key] === 'string' ? (page[key] as string) : null);
  return {
    page: {
      platform: text('platform'),
      kind: PAGE_KINDS.find((kind) => kind === page.kind) ?? null,
      id: text('id'),
      username: text('username'),
      link: text('link'),
    },
    platform: typeof platform === 'number' && Number.isInteger(platform) && platform >= 0 ? platform : null,
    situation: known,
  };
}
