import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { safeWording } from '../../scripts/docs/safe-wording';
import { loadMessages } from '../../scripts/load-messages';
import { CHECKLIST_RULES } from '../../src/plan/checklist';
import sources from '../../src/plan/guidance-sources.json';
import { WORDING_REVIEWS, type WordingReview } from '../../src/plan/wording-reviews';

/** What `make` gives where these are the reviews. */
function withReviews<T>(reviews: WordingReview[], make: () => T): T {
  const real = WORDING_REVIEWS.splice(0, WORDING_REVIEWS.length, ...reviews);
  try {
    return make();
  } finally {
    WORDING_REVIEWS.splice(0, WORDING_REVIEWS.length, ...real);
  }
}

describe('docs/safe-wording.md', () => {
  const written = readFileSync(fileURLToPath(new URL('../../docs/safe-wording.md', import.meta.url)), 'utf8');

  it('is up to date (npm run docs)', () => {
    expect(written).toBe(safeWording());
  });

  it('holds every sentence of the checklist, of the plan, and of care', () => {
    const advice =
      /^(checklist|plan|follow-up|panel\.(care|next|encourage)|welcome\.not)\.|^(panel\.encourage|notes\.(not-noted|refused\.picture|record\.do-not-open))$/;
    for (const [key, text] of Object.entries(loadMessages()))
      if (advice.test(key)) expect(written, key).toContain(text);
  });

  it('can name the source of every line', () => {
    for (const { sources: ids, text } of CHECKLIST_RULES) {
      for (const id of ids) if (id !== 'design' && id !== 'country') expect(Object.keys(sources), text).toContain(id);
    }
  });

  it('says openly that nobody has reviewed the wording, until somebody has: then who, and when', () => {
    expect(/No safeguarding professional has reviewed this wording yet/.test(written)).toBe(
      WORDING_REVIEWS.length === 0,
    );
    for (const { reviewer, date } of WORDING_REVIEWS) expect(written).toContain(`${reviewer} (${date})`);
  });

  it('shows for an entry like its example that this sentence is reviewed, and for a sentence that changed since that it is not', () => {
    const [entry] = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(written)![1]!) as [WordingReview];
    const [key] = Object.keys(entry.sentences) as [string];
    const rowWith = (review: WordingReview) =>
      withReviews([review], safeWording)
        .split('\n')
        .find((line) => line.includes(`\`${key}\` |`));
    expect(rowWith(entry)).toContain(`${entry.reviewer}, ${entry.date}`);
    expect(rowWith({ ...entry, sentences: { [key]: 'Other words.' } })).toContain('nobody yet');
    expect(withReviews([entry], safeWording)).not.toContain('No safeguarding professional has reviewed');
  });

  it('gives the key of every line, which a sign-off names', () => {
    const rows = written
      .split('\n')
      .filter((line) => line.includes('| nobody yet |') || / \d{4}-\d\d-\d\d \|$/.test(line));
    const keys = new Set(Object.keys(loadMessages()));
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.filter((row) => !keys.has(/\| `([^`]+)` \|/.exec(row)?.[1] ?? ''))).toEqual([]);
  });
});
