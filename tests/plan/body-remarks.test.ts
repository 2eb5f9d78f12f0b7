import { expect, test } from 'vitest';
import { loadCountries } from '../../scripts/load-catalogue';
import { languagesSentence } from '../../src/locales/language-names';
import { bodyRemarks } from '../../src/plan/body-remarks';

const countries = loadCountries();
const body = (country: string, id: string) =>
  countries.find(({ code }) => code === country)!.bodies.find((one) => one.id === id)!;

test('says when somebody is there, and in which languages', () => {
  expect(bodyRemarks(body('GB', 'childline'))).toEqual([
    { key: 'plan.how.hours', values: { hours: '24/7' } },
    { key: 'plan.how.number', values: { number: '116 111', purpose: 'same line, European number' } },
    { languages: ['en', 'cy'] },
  ]);
});

test('says nothing of hours that are not known', () => {
  const unknown = { ...body('GB', 'childline'), hours: null, phones: [], formLanguages: [] };
  expect(bodyRemarks(unknown)).toEqual([]);
});

test('shows no further number of a body whose numbers are from memory', () => {
  const remembered = { ...body('GB', 'childline'), phoneEvidence: 'memory' as const };
  expect(bodyRemarks(remembered).map((line) => 'key' in line && line.key)).not.toContain('plan.how.number');
});

test('says what a takedown service cannot reach', () => {
  const limits = { key: 'plan.how.takedown-limits' };
  for (const [country, id] of [
    ['GB', 'report-remove'],
    ['US', 'take-it-down'],
    ['ZZ', 'default-take-it-down'],
  ] as const) {
    expect(bodyRemarks(body(country, id))).toContainEqual(limits);
  }
  expect(bodyRemarks(body('GB', 'iwf'))).not.toContainEqual(limits);
});

test('every language of a form is named as its speakers call it', () => {
  expect(languagesSentence(['en', 'cy'])).toEqual({
    key: 'plan.how.languages',
    values: { languages: 'English, Cymraeg' },
  });
  const codes = new Set(countries.flatMap(({ bodies }) => bodies.flatMap(({ formLanguages }) => formLanguages)));
  for (const code of codes) expect(languagesSentence([code]).values?.languages, code).not.toBe(code);
});
