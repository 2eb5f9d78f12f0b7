import type { PlatformName } from '../../catalogue/names';
import type { DetectedPage } from '../../detect/detected-page';
import reports from '../../locales/en/reports.json';
import { createTranslator } from '../../locales/translate';
import { loadPlatformNames } from '../../state/names';
import type { ReportSession } from '../../state/report-session';
import { reportName } from '../../ui/report-name';

export { continueCase } from './continue-case';

const t = createTranslator(reports);

/** What is needed to ask whether a page belongs to what was noted before. */
export interface OtherReport {
  names: PlatformName[];
  Question: typeof OtherReportQuestion;
}

export async function loadOtherReport(): Promise<OtherReport> {
  return { names: await loadPlatformNames(), Question: OtherReportQuestion };
}

interface Props {
  session: ReportSession;
  page: DetectedPage;
  names: PlatformName[];
  onStarted: (sentence: string) => void;
}

/** Says with which report this page will go, and lets a person begin another instead. */
function OtherReportQuestion({ session, page, names, onStarted }: Props) {
  const report = session.reports().find((one) => one.shown && one.page);
  if (!report || session.hasItem(page)) return null;
  const name = reportName(report, t, (id) => names.find((platform) => platform.id === id)?.name ?? id);
  return (
    <section class="stack section" aria-labelledby="goes-with">
      <p class="small" id="goes-with">
        {t('reports.goes-with', { report: name })}
      </p>
      <button
        type="button"
        class="button"
        onClick={() => {
          session.startAnother();
          onStarted(t('reports.started'));
        }}
      >
        {t('reports.start-instead')}
      </button>
    </section>
  );
}
