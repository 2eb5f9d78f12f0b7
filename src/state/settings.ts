import type { Audience } from '../catalogue/types';
import type { NoteKeeping, SchoolPolicy } from '../policy/school-policy';
import type { Preferences } from './preferences';

/** Where the person is and who they are, as the screens use it. */
export interface Settings {
  country: string;
  subdivision: string | null;
  audience: Audience;
  /** True while the country is only a guess, so that the screen can ask. */
  countryGuessed: boolean;
  countryLocked: boolean;
  audienceLocked: boolean;
  notes: NoteKeeping;
}

/**
 * Settles each setting: what the school locked, then what the person chose, then what the school set, then the guess.
 * @param guess country and subdivision guessed from time zone and languages
 */
export function settleSettings(
  preferences: Preferences,
  policy: SchoolPolicy,
  guess: { country: string; subdivision: string | null },
): Settings {
  const place =
    policy.countryLocked && policy.country
      ? policy
      : preferences.country
        ? preferences
        : policy.country
          ? policy
          : guess;
  const audience = policy.audienceLocked ? policy.audience : (preferences.audience ?? policy.audience);
  return {
    country: place.country!,
    subdivision: place.subdivision,
    audience: audience ?? 'adult',
    countryGuessed: place === guess,
    countryLocked: policy.countryLocked,
    audienceLocked: policy.audienceLocked,
    notes: settleNotes(preferences.notes, policy),
  };
}

/**
 * Where notes may be kept. A lock is a limit: nobody can loosen it on the device.
 * @param chosen what the person chose, null where nothing
 */
export function settleNotes(
  chosen: NoteKeeping | null,
  { notes, notesLocked }: Pick<SchoolPolicy, 'notes' | 'notesLocked'>,
): NoteKeeping {
  return (notesLocked ? notes : (chosen ?? notes)) ?? 'device';
}
