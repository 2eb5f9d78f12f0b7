import type { Situation } from '../catalogue/types';
import { type DetectedPage, NO_PAGE } from '../detect/detected-page';

/** What the report at hand is about: the popup says it, the panel goes by it. */
export interface ReportCase {
  page: DetectedPage;
  /** Number of the platform's record, null for a website that is no known platform. */
  platform: number | null;
  situation: Situation;
}

/** A case that names neither a page nor a person, only the platform. */
export function withoutPage(reportCase: ReportCase): ReportCase {
  return { ...reportCase, page: { ...NO_PAGE, platform: reportCase.page.platform } };
}

export const NO_CASE: ReportCase = { page: NO_PAGE, platform: null, situation: 'seen-online' };
