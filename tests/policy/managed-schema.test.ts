import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownCodes } from '../../scripts/known-codes';
import { LANGUAGES } from '../../src/locales/languages';
import { checkPolicyText } from '../../src/policy/check-policy-text';
import { CONTACT_KEYS, HELPLINE_KEYS, POLICY_KEYS } from '../../src/policy/parse-policy';
import { HIDEABLE_SECTIONS } from '../../src/policy/school-policy';
import { SAMPLE_POLICIES } from './sample-policies';

interface Schema {
  title?: string;
  description?: string;
  type: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('public/managed-schema.json')) as Schema;
const documentation = read('docs/schools.md');

function everySchema(one: Schema): Schema[] {
  return [one, ...[...Object.values(one.properties ?? {}), ...(one.items ? [one.items] : [])].flatMap(everySchema)];
}

describe('the schema for managed storage', () => {
  it('has the keys that the check has, in the same order', () => {
    expect(Object.keys(schema.properties!)).toEqual([...POLICY_KEYS]);
    expect(Object.keys(schema.properties!.contacts!.items!.properties!)).toEqual([...CONTACT_KEYS]);
    expect(Object.keys(schema.properties!.helplines!.items!.properties!)).toEqual([...HELPLINE_KEYS]);
  });

  it('has a title and a description for every key', () => {
    const keys = everySchema(schema).flatMap((one) => Object.entries(one.properties ?? {}));
    for (const [key, { title, description }] of keys)
      expect([key, title, description]).toEqual([key, expect.any(String), expect.any(String)]);
  });

  it('keeps to what Chromium accepts, and leaves judging to the check, which names what is wrong', () => {
    for (const one of everySchema(schema)) {
      expect(one.type).toEqual(expect.any(String));
      expect(Object.keys(one)).not.toEqual(expect.arrayContaining(['additionalProperties']));
      for (const judging of ['enum', 'pattern', 'maxLength', 'maxItems']) expect(one).not.toHaveProperty(judging);
    }
  });

  it('names every section that can be hidden', () => {
    for (const section of HIDEABLE_SECTIONS) expect(schema.properties!.hiddenSections!.description).toContain(section);
  });
});

it('promises no choice of language while there is one alone', () => {
  expect(LANGUAGES).toHaveLength(1);
  for (const key of ['language', 'languageLocked']) {
    const row = documentation.split('\n').find((line) => line.startsWith(`| \`${key}\` |`));
    for (const said of [row, schema.properties![key]!.description])
      expect(said).toContain('once there is a second language');
  }
});

describe('docs/schools.md', () => {
  it.each([...POLICY_KEYS])('describes %s', (key) => {
    expect(documentation).toMatch(new RegExp(`^\\| \`${key}\` \\|`, 'm'));
  });

  it.each([...new Set([...CONTACT_KEYS, ...HELPLINE_KEYS, ...HIDEABLE_SECTIONS])])('names %s', (word) => {
    expect(documentation).toContain(`\`${word}\``);
  });

  it.each(SAMPLE_POLICIES)('links the sample $name, which has no fault', ({ name, text }) => {
    expect(documentation).toContain(`policies/${name}.json`);
    expect(checkPolicyText(text, knownCodes()).faults).toEqual([]);
  });
});
