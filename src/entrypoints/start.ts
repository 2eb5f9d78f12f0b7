import { loadOpenedScene, type OpenedScene } from '../state/load-scene';
import { keepFitting } from './popup/fit-width';

/** What popup and panel are: a screen drawn in its place, once, from what was read. */
export type ShowScreen = (place: HTMLElement, opened: OpenedScene) => void | Promise<void>;

/**
 * The start of popup and panel. Its file is small, so that tab, choices and records are being read while the
 * screen's own code still loads.
 */
async function start(place: HTMLElement): Promise<void> {
  try {
    const [screen, opened] =
      place.id === 'popup'
        ? await Promise.all([import('./popup/show-popup'), loadOpenedScene()])
        : await Promise.all([
            import('./panel/show-panel'),
            import('../state/stored-case').then(({ loadCaseScene }) => loadCaseScene()),
          ]);
    const show: ShowScreen = screen.show;
    await show(place, opened);
  } catch (error) {
    const { showError } = await import('./show-error');
    await showError(place, error);
  }
}

// Other pages and the background load this file too, for what it reads with; to start there is nothing.
const place = globalThis.document?.querySelector<HTMLElement>('#popup, #panel');
if (place) void start(place);
if (place?.id === 'popup') keepFitting();
