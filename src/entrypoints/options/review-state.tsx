import type { WordingReview } from '../../plan/wording-reviews';
import { useTranslation } from '../../ui/translation';

/** Whether somebody who works in safeguarding has reviewed the wording, and who. */
export function ReviewState({ reviews }: { reviews: readonly WordingReview[] }) {
  const t = useTranslation();
  const reviewers = reviews.map(({ reviewer, date }) => `${reviewer} (${date})`).join('; ');
  return (
    <section class="stack section" aria-labelledby="review">
      <h2 id="review">{t('options.review')}</h2>
      <p>{reviewers ? t('options.review.some', { reviewers }) : t('options.review.nobody')}</p>
    </section>
  );
}
