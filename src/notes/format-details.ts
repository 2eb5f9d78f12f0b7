import type { DetectedPage } from '../detect/detected-page';
import type { Translate } from '../locales/translate';
import type { NotesView } from './report-notes';

/** The details as they are pasted into a form: link, name, id, when. Without notes, what the page tells. */
export function formatDetails(page: DetectedPage, notes: NotesView | null, t: Translate): string {
  void t;
  return [...(notes?.items ?? [page])]
    .map((item) => [item.link, item.username && `@${item.username}`, item.id].filter(Boolean).join('\n'))
    .join('\n\n');
}
