import { bodyPhone, phoneGrade } from '../catalogue/grades';
import type { ReportingBody } from '../catalogue/types';
import type { HowLine } from './report-plan';

/**
 * What a person should know before they call or write: when somebody is there, further numbers, the languages of the
 * form. Only what the record has; what is not known is left out and nothing is said in its place.
 */
export function bodyRemarks(body: ReportingBody): HowLine[] {
  const lines: HowLine[] = [];
  if (body.notInPrivateChats) lines.push({ key: 'plan.how.takedown-limits' });
  if (body.fileUploadOffered) lines.push({ key: 'plan.how.no-files' });
  if (body.hours) lines.push({ key: 'plan.how.hours', values: { hours: body.hours } });
  const shown = bodyPhone(body);
  if (phoneGrade(body) !== 'memory') {
    for (const { number, for: purpose } of body.phones ?? []) {
      if (number !== shown) lines.push({ key: 'plan.how.number', values: { number, purpose } });
    }
  }
  if (body.formLanguages.length > 0) lines.push({ languages: body.formLanguages });
  return lines;
}
