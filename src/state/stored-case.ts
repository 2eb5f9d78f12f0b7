import { readActiveTab } from '../browser/active-tab';
import { readStoredCase } from '../browser/case-store';
import { PAGE_KINDS, type PlatformForPlan, SITUATIONS } from '../catalogue/types';
import { loadCountries, type OpenedScene, readSurroundings } from './load-scene';
import { loadPlatform } from './records';
import { NO_CASE, type ReportCase } from './report-case';

/** The scene of a panel: the report that was begun last. */
export async function loadCaseScene(): Promise<OpenedScene> {
  // A case that cannot be read is as good as none: the checklist comes all the same.
  const stored = readStoredCase().catch(() => null);
  const [tab, found, surroundings] = await Promise.all([readActiveTab(), stored, readSurroundings()]);
  const reportCase = parseCase(found) ?? NO_CASE;
  const [platform, countries] = await Promise.all([platformOf(reportCase), loadCountries(surroundings.settings)]);
  return { scene: { reportCase, platform, surroundings, countries }, windowId: tab.windowId, private: tab.private };
}

/** The record of a stored case; null also where it names another, as after damage: a wrong form is worse than none. */
export async function platformOf({ platform, page }: ReportCase): Promise<PlatformForPlan | null> {
  const record = platform === null ? null : await loadPlatform(platform).catch(() => null);
  return record?.id === page.platform ? record : null;
}

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
  // A link that no browser can read would stop the plan that is made from it.
  const readable = (link: string | null) => (link !== null && URL.canParse(link) ? link : null);
  return {
    page: {
      platform: text('platform'),
      kind: PAGE_KINDS.find((kind) => kind === page.kind) ?? null,
      id: text('id'),
      username: text('username'),
      link: readable(text('link')),
    },
    platform: typeof platform === 'number' && Number.isInteger(platform) && platform >= 0 ? platform : null,
    situation: known,
  };
}
