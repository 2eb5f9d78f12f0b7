import { useState } from 'preact/hooks';
import type { CountryName } from '../catalogue/names';
import { readSurroundings } from '../state/load-scene';
import type { Preferences } from '../state/preferences';
import type { Surroundings } from '../state/scene';
import { usePreferences } from '../state/use-preferences';
import { type Said, useSaid } from '../ui/said';
import { useTranslation } from '../ui/translation';

export interface Choices extends Surroundings {
  /** Whether the last choice was saved. */
  said: Said;
  /** Resolves when the choice is stored and shown. `what` is its name, for the answer. */
  choose: (chosen: Partial<Preferences>, what: string) => Promise<void>;
  choosePlace: (country: string, subdivision: string | null) => Promise<void>;
}

/** What holds on a page where a person chooses, and the ways to choose. Needs the sentences of options.json. */
export function useChoices(first: Surroundings, countries: CountryName[]): Choices {
  const t = useTranslation();
  const [surroundings, setSurroundings] = useState(first);
  const [said, say] = useSaid();
  const prefer = usePreferences(readSurroundings, setSurroundings);

  async function choose(chosen: Partial<Preferences>, what: string): Promise<void> {
    const stored = await prefer(chosen);
    say(t(stored ? 'options.saved' : 'options.not-saved', { what }), stored);
  }

  return {
    ...surroundings,
    said,
    choose,
    choosePlace(country, subdivision) {
      const record = countries.find(({ code }) => code === country);
      const part = record?.subdivisions.find(({ code }) => code === subdivision);
      return choose({ country, subdivision }, part?.name ?? record?.name ?? country);
    },
  };
}
