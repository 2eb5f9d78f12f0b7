import type { Translate } from '../locales/translate';
import type { ReportSummary } from '../state/report-session';

/** A report as a person would tell it from another: where it was, and when it was begun. */
export function reportName({ page, began }: ReportSummary, t: Translate, nameOf: (platform: string) => string): string {
  if (began === null) return t('reports.new');
  const place = page?.platform ? nameOf(page.platform) : (hostOf(page?.link) ?? t('reports.no-place'));
  return t('reports.one', {
    place,
    when: new Date(began).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
  });
}

/** With a port, as page-line.tsx shows it; shared with that, the rule would cost the popup more bytes than it is long. */
function hostOf(link: string | null | undefined): string | null {
  return link && URL.canParse(link) ? new URL(link).host : null;
}
