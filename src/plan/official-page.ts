import type { DetectedPage } from '../detect/detected-page';
import type { PlanStep } from './report-plan';

/**
 * Whether a page is one that the steps lead to: a form, not what is to be reported. Any page of a body's host is taken
 * for one, as forms lead on to others there. A platform's own host holds both, so there the path must be the same.
 */
export function isOfficialPage({ link, platform }: DetectedPage, steps: readonly PlanStep[]): boolean {
  if (link === null) return false;
  const page = new URL(link);
  return steps
    .flatMap(({ target, alsoBy }) => [target, ...alsoBy.map((way) => way.target)])
    .some((target) => {
      if (!target?.startsWith('https:')) return false;
      const { host, pathname } = new URL(target);
      return host === page.host && (platform === null || pathname === page.pathname);
    });
}
