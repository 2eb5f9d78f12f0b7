import type { ComponentType } from 'preact';
import search from '../../locales/en/search.json';
import { createTranslator } from '../../locales/translate';
import { loadCountryNames, loadPlatformNames } from '../../state/names';
import { CountryChoice } from '../../ui/country-choice';
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
  /** Id of the control that opens it: the focus goes back there when it closes. */
  openedBy: 'change-country' | 'correct-page';
  Screen: ComponentType<Props>;
}

const t = createTranslator(search);

export async function loadCountrySearch(): Promise<Search> {
  const names = await loadCountryNames();
  return {
    openedBy: 'change-country',
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
    openedBy: 'correct-page',
    Screen: ({ placed, onClose, onPlatform }) => (
      <Translation.Provider value={t}>
        {!placed && <p>{t('page.no-address')}</p>}
        <PlatformChoice names={names} onClose={placed ? onClose : null} onChoose={onPlatform} />
      </Translation.Provider>
    ),
  };
}
