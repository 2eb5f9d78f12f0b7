// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { ReviewState } from '../../src/entrypoints/options/review-state';
import options from '../../src/locales/en/options.json';
import { createTranslator } from '../../src/locales/translate';
import type { WordingReview } from '../../src/plan/wording-reviews';
import { Translation } from '../../src/ui/translation';

async function words(reviews: WordingReview[]): Promise<string> {
  const place = document.createElement('div');
  await act(() =>
    render(
      <Translation.Provider value={createTranslator(options)}>
        <ReviewState reviews={reviews} />
      </Translation.Provider>,
      place,
    ),
  );
  return place.querySelector('p')!.textContent ?? '';
}

it('says that nobody has reviewed the wording while nobody has', async () => {
  expect(await words([])).toBe(options['options.review.nobody']);
});

it('says who has reviewed it, and denies it no longer', async () => {
  const review = { language: 'en', date: '2026-11-20', sentences: {} };
  const said = await words([
    { ...review, reviewer: 'A. Person, lead at Hill School' },
    { ...review, reviewer: 'B. Person' },
  ]);
  expect(said).toContain('A. Person, lead at Hill School (2026-11-20); B. Person (2026-11-20)');
  expect(said).not.toContain('No safeguarding professional');
});
