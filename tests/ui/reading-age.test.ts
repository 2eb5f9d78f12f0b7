import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, it } from 'vitest';
import { loadMessages } from '../../scripts/load-messages';
import { loadPlanCatalogue, planCase } from '../../scripts/plan-case';
import { SITUATIONS } from '../../src/catalogue/types';
import { createTranslator, type Message } from '../../src/locales/translate';

/**
 * The school grade for which a text is written (Flesch and Kincaid 1975: 0.39 × words a sentence + 11.8 × syllables
 * a word − 15.59). Grade 4 is about age 9 to 10, grade 6 about 11 to 12.
 */
function grade(text: string): number {
  const sentences = text.split(/(?<=[.!?:;])\s+|\n/).filter((part) => /[a-z]/i.test(part));
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}

const messages = loadMessages();
const t = createTranslator(messages);

/** What a child meets: the sentences of the child's view, and the steps and checklists of real plans. */
function sentencesOfChild(): string[] {
  const catalogue = loadPlanCatalogue();
  const said = new Set<string>();
  const say = (message: Message | null) => message && said.add(t(message));
  for (const key of Object.keys(messages))
    if (/\bchild\b/.test(key) && !key.startsWith('admin.')) said.add(messages[key]!);
  for (const country of ['GB', 'US', 'IE', 'AU', 'CA', 'ZZ']) {
    for (const situation of SITUATIONS) {
      const plan = planCase(
        { url: 'https://www.youtube.com/watch?v=00000000000', platform: null, country, audience: 'child', situation },
        catalogue,
      );
      for (const line of [...plan.checklist, ...plan.followUp]) say(line.text);
      for (const step of plan.steps) say(step.purpose);
    }
  }
  // Names, places and numbers are nobody's reading age.
  return [...said]
    .map((sentence) => sentence.replace(/\{\w+\}/g, 'them').replace(/\s*\(.*?\)/g, ''))
    .filter((one) => one.includes(' '));
}

describe('the child’s English', () => {
  const sentences = sentencesOfChild();

  it('is there to be measured', () => {
    expect(sentences.length).toBeGreaterThan(40);
  });

  it('as a whole reads at age 9 to 11 or younger (grade 5 at most)', () => {
    expect(grade(sentences.join('\n'))).toBeLessThanOrEqual(5);
  });

  it('holds no line that reads much older (grade 9 at most: a single line measures only roughly)', () => {
    const hard = sentences
      .map((sentence) => ({ sentence, grade: Math.round(grade(sentence) * 10) / 10 }))
      .filter((one) => one.grade > 9);
    expect(hard).toEqual([]);
  });

  it('the check sees a hard sentence', () => {
    const official =
      'Safeguarding practitioners should immediately escalate identified exploitation to statutory authorities.';
    expect(grade(official)).toBeGreaterThan(15);
  });
});
