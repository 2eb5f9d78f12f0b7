import type { Audience } from '../catalogue/types';
import type { SchoolPolicy } from '../policy/school-policy';
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
  };
}
