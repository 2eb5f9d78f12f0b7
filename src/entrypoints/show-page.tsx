import { type ComponentChild, render } from 'preact';
import { createTranslator, type Messages } from '../locales/translate';
import { ignoreSecondClicks } from '../ui/ignore-second-clicks';
import { Translation } from '../ui/translation';

/**
 * Draws a page that stands in a tab of its own, or says what went wrong where it cannot be drawn.
 *
 * @param id of the element that it is drawn in
 * @param title key of the document's title
 * @param sentences every sentence that the page uses
 * @param load reads what the page needs, and gives the page
 */
export async function showPage(
  id: string,
  title: string,
  sentences: Messages,
  load: () => Promise<ComponentChild>,
): Promise<void> {
  ignoreSecondClicks();
  const place = document.getElementById(id)!;
  const t = createTranslator(sentences);
  document.title = t(title);
  try {
    const page = await load();
    render(<Translation.Provider value={t}>{page}</Translation.Provider>, place);
  } catch (error) {
    const { showError } = await import('./show-error');
    await showError(place, error);
  }
}
