import reviews from './wording-reviews.json';

/** A safeguarding professional's sign-off of sentences a person can be shown. */
export interface WordingReview {
  /** Who, with role and organisation, as they want to be named. */
  reviewer: string;
  /** `YYYY-MM-DD` */
  date: string;
  language: string;
  /** Message key → the sentence as it was signed off; a sentence that has changed since is not reviewed. */
  sentences: Record<string, string>;
}

/** Empty until somebody has reviewed the wording; the options page and docs/safe-wording.md say so openly. */
export const WORDING_REVIEWS = reviews as WordingReview[];
