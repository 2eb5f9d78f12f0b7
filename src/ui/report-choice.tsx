import type { ReportSummary } from '../state/report-session';
import { reportName } from './report-name';
import { useTranslation } from './translation';

interface Props {
  reports: ReportSummary[];
  /** The name of a platform by its id. */
  nameOf: (platform: string) => string;
  onShow: (id: string) => void;
}

/** Which report the notes are about, where there are several. */
export function ReportChoice({ reports, nameOf, onShow }: Props) {
  const t = useTranslation();
  return (
    <fieldset>
      <legend>{t('reports.which')}</legend>
      {reports.map((report) => (
        <label key={report.id} class="choice">
          <input type="radio" name="report" checked={report.shown} onChange={() => onShow(report.id)} />
          {reportName(report, t, nameOf)}
        </label>
      ))}
    </fieldset>
  );
}
