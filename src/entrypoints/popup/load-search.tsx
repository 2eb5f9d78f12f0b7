import type { ComponentType } from 'preact';
import search from '../../locales/en/search.json';
import { createTranslator } from '../../locales/translate';
import { loadCountryNames, loadPlatformNames } from '../../state/names';
import { CountryChoice } from '../../ui/country-choice';
import { ignoreSecondClicks } from '../../ui/ignore-second-clicks';
import { PlatformChoice } from '../../ui/platform-choice';
import { Translation } from '../../ui/translation';

interface Props {
  /** Whether there is a place to go back to. */
  placed: boolean;
  onClose: () => void;
  onCountry: (country: string, subdivision: string | null) => void;
  /** Null for a website that is no known platform. */
  onPlatform: (number: number | null) => void;
}

/** A search as the popup shows it: in one piece, with its sentences and the names to search. */
export interface Search {
  of: 'country' | 'platform';
  Screen: ComponentType<Props>;
}

const t = createTranslator(search);

// A list comes and goes under the pointer, and below it is a button that opens a form.
ignoreSecondClicks();

export async function loadCountrySearch(): Promise<Search> {
  const names = await loadCountryNames();
  return {
    of: 'country',
    Screen: ({ onClose, onCountry }) => (
      <Translation.Provider value={t}>
        <CountryChoice names={names} onClose={onClose} onChoose={onCountry} />
      </Translation.Provider>
    ),
  };
}

export async function loadPlatformSearch(): Promise<Search> {
  const names = await loadPlatformNames();
  return {
    of: 'platform',
    Screen: ({ placed, onClose, onPlatform }) => (
      <Translation.Provider value={t}>
        {!placed && <p>{t('page.no-address')}</p>}
        <PlatformChoice names={names} onClose={placed ? onClose : null} onChoose={onPlatform} />
      </Translation.Provider>
    ),
  };
}
