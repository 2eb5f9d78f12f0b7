import { describe, expect, it } from 'vitest';
import { loadMessages } from '../../scripts/load-messages';
import { loadPlanCatalogue, planRequest } from '../../scripts/plan-case';
import { AUDIENCES, SITUATIONS } from '../../src/catalogue/types';
import { CHECKLIST_RULES, checklist } from '../../src/plan/checklist';

const catalogue = loadPlanCatalogue();
const messages = loadMessages();
const places = [...catalogue.countries.values()].flatMap((country) => [
  country.code,
  ...(country.subdivisions ?? []).map((subdivision) => subdivision.code),
]);

const CORE = {
  adult: ['P1', 'P2+P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9'],
  'school-staff': ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9'],
  child: ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'],
};

const sentences = (text: string) => text.split(/(?<=[.?!:])\s+/);
const FORBIDDEN =
  /\b(screenshot|save|forward|revisit|print|photograph|download|share|copy|copies|record it|take a picture)/i;
const NEGATED = /\b(don’t|never|no|nobody|not)\b/i;

describe('the checklist', () => {
  it('has 5 to 12 lines with the core lines first, everywhere, for everybody', () => {
    for (const country of places) {
      for (const situation of SITUATIONS) {
        for (const audience of AUDIENCES) {
          const one = { url: null, platform: null, country, situation, audience };
          const ids = checklist(planRequest(one, catalogue)).map((line) => line.id);
          const where = `${country} ${situation} ${audience}: ${ids.join(' ')}`;
          expect(ids.length, where).toBeGreaterThanOrEqual(5);
          expect(ids.length, where).toBeLessThanOrEqual(12);
          expect(ids.slice(0, CORE[audience].length), where).toEqual(CORE[audience]);
          expect(new Set(ids).size, where).toBe(ids.length);
          expect(ids.length, `${where}: nothing about what happened`).toBeGreaterThan(CORE[audience].length);
        }
      }
    }
  });

  it('names a source for every line', () => {
    for (const rule of CHECKLIST_RULES) expect(rule.sources.length, rule.text).toBeGreaterThan(0);
  });

  it('tells nobody to screenshot, save, forward or look again', () => {
    for (const rule of CHECKLIST_RULES) {
      for (const sentence of sentences(messages[rule.text]!)) {
        if (FORBIDDEN.test(sentence)) expect(NEGATED.test(sentence), `${rule.text}: ${sentence}`).toBe(true);
      }
    }
  });

  it('lets a picture be taken only of a chat without a sexual picture', () => {
    const allowed = CHECKLIST_RULES.filter((rule) => /picture of the chat/.test(messages[rule.text]!));
    expect(allowed.map((rule) => rule.id)).toEqual(['P-grooming-3']);
    expect(messages[allowed[0]!.text]).toMatch(/as long as no sexual picture is in it/);
  });

  it('says "delete" only with its condition, and lets a child delete only in the United Kingdom', () => {
    for (const rule of CHECKLIST_RULES) {
      const text = messages[rule.text]!;
      if (!/delete/i.test(text)) continue;
      const asksFirst = /(don’t|nobody|only when|before|whether|until)/i.test(text);
      const inTheUk = /may delete/.test(text) && /\bUK\b/.test(text) && rule.in?.join() === 'GB';
      expect(asksFirst || inTheUk, `${rule.text}: ${text}`).toBe(true);
      if (/may delete/.test(text)) expect(rule.in, text).toEqual(['GB']);
    }
  });

  it('differs by country where the bodies differ', () => {
    const text = (
      country: string,
      id: string,
      audience: 'adult' | 'school-staff' | 'child',
      situation: 'on-device' | 'viral-at-school',
    ) => {
      const lines = checklist(planRequest({ url: null, platform: null, country, audience, situation }, catalogue));
      return messages[lines.find((line) => line.id === id)!.text.key];
    };
    expect(text('GB', 'P-device-2', 'adult', 'on-device')).toMatch(/CEOP/);
    expect(text('US', 'P-device-2', 'adult', 'on-device')).toMatch(/FBI/);
    expect(text('PR', 'P-device-2', 'adult', 'on-device')).toMatch(/FBI/);
    expect(text('DE', 'P-device-2', 'adult', 'on-device')).toMatch(/Ask the police before/);
    expect(text('GB', 'K-viral-2', 'child', 'viral-at-school')).toMatch(/may delete/);
    expect(text('FR', 'K-viral-2', 'child', 'viral-at-school')).toMatch(/Don’t delete/);
    expect(text('CA-MB', 'S8', 'school-staff', 'on-device')).toMatch(/Manitoba/);
    expect(text('IE', 'S8', 'school-staff', 'on-device')).toMatch(/Tusla/);
  });

  it('tells school staff of their own duty in the countries whose records have it, and in no other', () => {
    for (const { code: country, schoolStaffMustReport } of catalogue.countries.values()) {
      const one = { url: null, platform: null, country, audience: 'school-staff', situation: 'grooming' } as const;
      const line = checklist(planRequest(one, catalogue)).find(({ id }) => id === 'S8')!;
      expect(line.text.key !== 'checklist.s8', country).toBe(schoolStaffMustReport ?? false);
    }
  });

  it('gives a child the number of a line that listens, where one is known', () => {
    const number = (country: string) => {
      const one = { url: null, platform: null, country, audience: 'child', situation: 'grooming' } as const;
      return checklist(planRequest(one, catalogue)).find(({ id }) => id === 'K8')!.text.values?.helplineNumber;
    };
    expect(number('GB')).toBe('0800 1111');
    expect(number('US')).toBe('1-800-422-4453');
    expect(number('US-IA')).toBe('1-800-422-4453');
    expect(number('IN')).toBe('1098');
    expect(number('IT')).toBe('114');
    expect(number('JE')).toBe('0800 1111');
    // A short number of another country does not connect.
    expect(number('GL')).toBe('');
  });

  it('tells a child what must not be shown, so that nobody hides the messages from a grown-up', () => {
    expect(messages['checklist.k3']).toMatch(/picture or video/);
    for (const key of ['k-grooming-2', 'k-blackmail-2', 'k-live-1', 'k-message-3']) {
      expect(messages[`checklist.${key}`], key).toMatch(/tell your grown-up/i);
    }
  });

  it('calls a picture a child’s where the way is one for children', () => {
    expect(messages['situation.own-image']).toMatch(/as a child/);
    expect(messages['plan.purpose.takedown.adult-or-self']).toMatch(/under 18 in it/);
  });

  it('names the country’s own service for a child’s picture beside the one for all', () => {
    const own = (country: string) => {
      const one = { url: null, platform: null, country, audience: 'child', situation: 'own-image' } as const;
      const { text } = checklist(planRequest(one, catalogue)).find(({ id }) => id === 'K-own-1')!;
      return [text.key, text.values?.takedown];
    };
    expect(own('GB')).toEqual(['checklist.k-own-1', 'Report Remove']);
    expect(own('CA')[0]).toBe('checklist.k-own-1.named');
    expect(own('CA')[1]).toMatch(/NeedHelpNow/);
    expect(own('KR')[0]).toBe('checklist.k-own-1.named');
    expect(own('US')).toEqual(['checklist.k-own-1.elsewhere', '']);
    expect(own('FR')).toEqual(['checklist.k-own-1.elsewhere', '']);
  });

  it('promises nobody in Malaysia to stay anonymous: its portal asks for a name', () => {
    const texts = (country: string) =>
      checklist(
        planRequest({ url: null, platform: null, country, audience: 'adult', situation: 'seen-online' }, catalogue),
      ).map(({ text }) => text.key);
    expect(texts('SG')).toContain('checklist.p-page-2.elsewhere');
    expect(texts('MY').filter((key) => key.startsWith('checklist.p-page-2'))).toEqual([]);
  });

  it('speaks to a child in short sentences, without the words that children misread', () => {
    for (const rule of CHECKLIST_RULES.filter(({ audience }) => audience === 'child')) {
      const text = messages[rule.text]!;
      expect(text, rule.text).not.toMatch(/\b(evidence|report it|hotline|material|imagery)\b/i);
      for (const sentence of sentences(text)) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(18);
    }
  });
});
