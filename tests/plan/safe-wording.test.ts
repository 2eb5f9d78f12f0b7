import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { safeWording } from '../../scripts/docs/safe-wording';
import { loadMessages } from '../../scripts/load-messages';
import { CHECKLIST_RULES } from '../../src/plan/checklist';
import sources from '../../src/plan/guidance-sources.json';

describe('docs/safe-wording.md', () => {
  const written = readFileSync(fileURLToPath(new URL('../../docs/safe-wording.md', import.meta.url)), 'utf8');

  it('is up to date (npm run docs)', () => {
    expect(written).toBe(safeWording());
  });

  it('holds every sentence of the checklist, of the plan, and of care', () => {
    for (const [key, text] of Object.entries(loadMessages())) {
      if (/^(checklist|plan|follow-up|panel\.(care|next|encourage))\./.test(key) || key === 'panel.encourage')
        expect(written, key).toContain(text);
    }
  });

  it('can name the source of every line', () => {
    for (const { sources: ids, text } of CHECKLIST_RULES) {
      for (const id of ids) if (id !== 'design' && id !== 'country') expect(Object.keys(sources), text).toContain(id);
    }
  });

  it('says openly that nobody has reviewed the wording', () => {
    expect(written).toMatch(/No safeguarding professional has reviewed this wording yet/);
  });
});
