import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '../locales/translate';

/** The translator of the page's language; the entry point provides it. */
export const Translation = createContext<Translate>((message) => (typeof message === 'string' ? message : message.key));

export function useTranslation(): Translate {
  return useContext(Translation);
}
