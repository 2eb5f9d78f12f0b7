import type { PlatformForPlan } from '../../catalogue/types';
import { isOfficialPage } from '../../plan/official-page';
import { stepsOf } from '../../state/first-screen-view';
import type { ReportCase } from '../../state/report-case';
import type { Scene } from '../../state/scene';
import { parseCase, platformOf } from '../../state/stored-case';

/** What the popup is about where it was opened in the middle of a report. */
export interface ContinuedCase {
  reportCase: ReportCase;
  platform: PlatformForPlan | null;
  /** False where the page that it is about is not the one in this tab. */
  here: boolean;
}

/**
 * On the page that is being reported the popup knows what was said to be happening. On a form of the report, and in a
 * tab without an address, it is about the report and not about that tab. Null on every other page.
 * @param storedCase the case at hand, unchecked
 */
export async function continueCase(opened: Scene, storedCase: unknown): Promise<ContinuedCase | null> {
  const atHand = parseCase(storedCase);
  if (!atHand) return null;
  const { page } = opened.reportCase;
  if (page.link !== null && page.link === atHand.page.link) {
    return { reportCase: { ...opened.reportCase, situation: atHand.situation }, platform: opened.platform, here: true };
  }
  const platform = await platformOf(atHand);
  const steps = stepsOf({ ...opened, reportCase: atHand, platform });
  if (page.link !== null && !isOfficialPage(page, steps)) return null;
  return { reportCase: atHand, platform, here: false };
}
