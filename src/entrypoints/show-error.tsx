import { render } from 'preact';
import common from '../locales/en/common.json';
import errorMessages from '../locales/en/error.json';
import { createTranslator } from '../locales/translate';
import { emergencyWithoutScene } from '../state/emergency-without-scene';
import { ErrorScreen } from '../ui/error-screen';
import { Translation } from '../ui/translation';

/** Shows what went wrong in place of a screen that could not be drawn. Loaded only then. */
export async function showError(place: HTMLElement, error: unknown): Promise<void> {
  const emergencyNumber = await emergencyWithoutScene();
  render(
    <Translation.Provider value={createTranslator({ ...common, ...errorMessages })}>
      <ErrorScreen
        what={error instanceof Error ? error.message : String(error)}
        emergencyNumber={emergencyNumber}
        onRetry={() => location.reload()}
      />
    </Translation.Provider>,
    place,
  );
}
