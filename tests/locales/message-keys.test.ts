import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadMessages } from '../../scripts/load-messages';
import { AUDIENCES, PAGE_KINDS, SITUATIONS } from '../../src/catalogue/types';
import { LANGUAGES } from '../../src/locales/languages';
import { OUTPUTS } from '../../src/policy/outputs/all-outputs';
import { CONTACT_KEYS, HELPLINE_KEYS, POLICY_KEYS } from '../../src/policy/parse-policy';
import { HIDEABLE_SECTIONS, NOTE_KEEPING } from '../../src/policy/school-policy';

const messages = loadMessages();
const GRADES = ['official', 'third-party', 'code', 'memory'];
const DEPLOYMENT_FIELDS = ['extensionId', 'updateUrl', 'firefoxId', 'firefoxInstallUrl'];
/** Settings of a policy that have a field; the hidden sections are ticked one by one under a sentence that is named. */
const FORM_FIELDS = POLICY_KEYS.filter((key) => key !== 'hiddenSections');
const ENTRY_FIELDS = [
  ...CONTACT_KEYS.map((key) => `contacts.${key}`),
  ...HELPLINE_KEYS.map((key) => `helplines.${key}`),
];

/** Every key that is put together while the product runs: as it stands in the code, and what is filled in. */
const PUT_TOGETHER: Record<string, readonly string[]> = {
  'notes.record.${label}': [
    'links',
    'platform',
    'id',
    'username',
    'more-usernames',
    'seen',
    'where',
    'words',
    'who-knows',
  ],
  'plan.purpose.local-police.${need}': ['contact', 'device', 'life'],
  "plan.purpose.takedown.${alsoForAdults ? 'adult-or-self' : audience}": [...AUDIENCES, 'adult-or-self'],
  'plan.purpose.${body.purpose}': ['directory', 'cybertipline-abroad'],
  'plan.purpose.${need}': 'material device contact live own-image life talk crisis advice find'.split(' '),
  'plan.purpose.school-hours.${audience}': AUDIENCES,
  'plan.purpose.school.${audience}': AUDIENCES,
  'plan.school.plain.${audience}': AUDIENCES,
  'policy.problem.${read.problem}': ['not-a-link', 'not-https', 'names-a-person'],
  'audience.switch.${audience}': AUDIENCES,
  'kind.${page.kind}': PAGE_KINDS.filter((kind) => kind !== 'other'),
  'safe.line.${audience}': AUDIENCES,
  'audience.${audience}': AUDIENCES,
  'audience.${one}': AUDIENCES,
  'options.notes.${notes}': NOTE_KEEPING,
  'options.notes.${one}': NOTE_KEEPING,
  'situation.child.${situation}': SITUATIONS,
  'situation.${situation}': SITUATIONS,
  'step.source.${step.evidence}': GRADES,
  'admin.${path}': ['contacts', 'helplines'],
  'admin.${path}.hint': ['contacts', 'helplines'],
  'admin.${path}.one': ['contacts', 'helplines'],
  'admin.${path}.remove': ['contacts', 'helplines'],
  'admin.${path}.add': ['contacts', 'helplines'],
  "admin.${path.replace(/\\[\\d+\\]/g, '')}": [...FORM_FIELDS, ...ENTRY_FIELDS, ...DEPLOYMENT_FIELDS],
  'admin.output.${id}': OUTPUTS.map(({ id }) => id),
  'admin.output.${outputId}.how': OUTPUTS.map(({ id }) => id),
  'admin.section.${section}': HIDEABLE_SECTIONS,
  'admin.preview.${one}': ['child', 'school-staff'],
  'options.facts.${column}': ['who', 'what', 'grade', 'source', 'date', 'wrong.column'],
  'options.facts.grade.${fact.evidence}': GRADES,
  'options.privacy.${at + 1}': Array.from({ length: 10 }, (_, at) => String(at + 1)),
  'panel.care.${audience}': AUDIENCES,
};

/** The words of a choice in the form: its section comes with the choice. */
const CHOICES = [
  ...LANGUAGES.map((code) => `admin.language.${code}`),
  ...AUDIENCES.map((one) => `admin.audience.${one}`),
  ...NOTE_KEEPING.map((one) => `admin.notes.${one}`),
];
/** A field of the form need not have a hint. */
const MAY_BE_THERE = [...FORM_FIELDS, ...ENTRY_FIELDS, ...DEPLOYMENT_FIELDS].map((path) => `admin.${path}.hint`);

const putTogether = Object.entries(PUT_TOGETHER).flatMap(([template, values]) =>
  values.map((value) => template.replace(/\$\{.*\}/, value)),
);

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
const source = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$|^plan.*\.json$/.test(file))
  .map((file) => readFileSync(SOURCE + file, 'utf8'))
  .join('\n');
const all = (pattern: RegExp) => [...new Set([...source.matchAll(pattern)].map((found) => found[1]!))];

/** Texts of the code that look like a key, or are given as one. */
const literals = all(/['"]([a-z][A-Za-z-]*(?:\.[\w-]*\w)*)['"]/g);
const given = all(/(?:\bt\(|\bkey: )'([^']+)'/g);
const templates = all(/`([a-z][\w-]*\.[\w.-]*\$\{[^`]*)`/g);
const sections = new Set(Object.keys(messages).flatMap((key) => (key.includes('.') ? [key.split('.')[0]!] : [])));
const isOfSection = (text: string) => text.includes('.') && sections.has(text.split('.')[0]!);

it('every key that the code names has a sentence', () => {
  expect(literals.filter(isOfSection).length).toBeGreaterThan(300);
  const named = [...literals.filter(isOfSection), ...given, ...putTogether, ...CHOICES];
  expect(named.filter((key) => messages[key] === undefined)).toEqual([]);
});

it('every sentence is named by the code', () => {
  const named = new Set([...literals, ...putTogether, ...CHOICES, ...MAY_BE_THERE]);
  expect(Object.keys(messages).filter((key) => !named.has(key))).toEqual([]);
});

it('every key that is put together is listed here, and no other', () => {
  expect(templates.filter(isOfSection).sort()).toEqual(Object.keys(PUT_TOGETHER).sort());
});
