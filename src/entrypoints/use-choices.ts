import { useState } from 'preact/hooks';
import type { CountryName } from '../catalogue/names';
import { readSurroundings } from '../state/load-scene';
import type { Preferences } from '../state/preferences';
import type { Surroundings } from '../state/scene';
import { usePreferences } from '../state/use-preferences';
import { NOTHING_SAID, type Said, useSaid } from '../ui/said';
import { useTranslation } from '../ui/translation';

/** The choices that a page offers, each answered beside it. */
export type Choice = 'country' | 'audience' | 'notes';

export interface Choices extends Surroundings {
  /** Whether this choice was saved, where it was the last one. */
  saidOf: (choice: Choice) => Said;
  /** Resolves when the choice is stored and shown. */
  chooseAudience: (audience: Preferences['audience']) => Promise<void>;
  chooseNotes: (notes: Preferences['notes']) => Promise<void>;
  choosePlace: (country: string, subdivision: string | null) => Promise<void>;
}

/** What holds on a page where a person chooses, and the ways to choose. Needs the sentences of options.json. */
export function useChoices(first: Surroundings, countries: CountryName[]): Choices {
  const t = useTranslation();
  const [surroundings, setSurroundings] = useState(first);
  const [last, setLast] = useState<Choice | null>(null);
  const [said, say] = useSaid();
  const prefer = usePreferences(readSurroundings, setSurroundings);

  /** @param what the choice's name, for the answer */
  async function choose(choice: Choice, chosen: Partial<Preferences>, what: string): Promise<void> {
    const stored = await prefer(chosen);
    setLast(choice);
    say(t(stored ? 'options.saved' : 'options.not-saved', { what }), stored);
  }

  return {
    ...surroundings,
    saidOf: (choice) => (choice === last ? said : NOTHING_SAID),
    chooseAudience: (audience) => choose('audience', { audience }, t(`audience.${audience}`)),
    chooseNotes: (notes) => choose('notes', { notes }, t(`options.notes.${notes}`)),
    choosePlace(country, subdivision) {
      const record = countries.find(({ code }) => code === country);
      const part = record?.subdivisions.find(({ code }) => code === subdivision);
      return choose('country', { country, subdivision }, part?.name ?? record?.name ?? country);
    },
  };
}
