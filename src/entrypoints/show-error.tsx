import { render } from 'preact';
import type { Translate } from '../locales/translate';
import { emergencyWithoutScene } from '../state/emergency-without-scene';
import { ErrorScreen } from '../ui/error-screen';
import { Translation } from '../ui/translation';

/** Shows what went wrong in place of a screen that could not be drawn. Loaded only then. */
export async function showError(place: HTMLElement, t: Translate, error: unknown): Promise<void> {
  const emergencyNumber = await emergencyWithoutScene();
  render(
    <Translation.Provider value={t}>
      <ErrorScreen
        what={error instanceof Error ? error.message : String(error)}
        emergencyNumber={emergencyNumber}
        onRetry={() => location.reload()}
      />
    </Translation.Provider>,
    place,
  );
}
