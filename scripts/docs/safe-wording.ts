import { AUDIENCES, type Audience } from '../../src/catalogue/types';
import { CHECKLIST_RULES, type ChecklistRule } from '../../src/plan/checklist';
import { FOLLOW_UP_RULES, type FollowUpRule } from '../../src/plan/follow-up';
import sources from '../../src/plan/guidance-sources.json';
import type { ShownWhen } from '../../src/plan/shown-when';
import { WORDING_REVIEWS, type WordingReview } from '../../src/plan/wording-reviews';
import { loadCountries } from '../load-catalogue';
import { loadMessages } from '../load-messages';

interface Source {
  evidence: string;
  seen: string | null;
  sources: string[];
  note?: string;
}

const known = sources as Record<string, Source>;
const messages = loadMessages('en');
const AUDIENCE_NAMES: Record<Audience, string> = {
  adult: 'Parents and other adults',
  'school-staff': 'School staff',
  child: 'Children (reading age 9 to 11)',
};

const cell = (text: string) => text.replace(/\|/g, '\\|');

function reviewed(key: string): string {
  const review = WORDING_REVIEWS.find(
    ({ language, sentences }) => language === 'en' && sentences[key] === messages[key],
  );
  return review ? `${review.reviewer}, ${review.date}` : 'nobody yet';
}

function places(rule: ShownWhen & Pick<FollowUpRule, 'where'>): string {
  const parts = [
    rule.where === 'eu' ? 'European Union' : '',
    rule.where === 'elsewhere' ? 'outside the European Union' : '',
    rule.in ? `only ${rule.in.join(', ')}` : '',
    rule.notIn ? `everywhere but ${rule.notIn.join(', ')}` : '',
    rule.when ? `when the ${rule.when.replace(/-(known|unknown)$/, ' is $1').replaceAll('-', ' ')}` : '',
  ].filter(Boolean);
  return parts.join('; ') || 'everywhere';
}

function checklistRow(rule: ChecklistRule): string {
  const when = rule.situations?.join(', ') ?? 'always';
  const cells = [
    rule.id,
    messages[rule.text]!,
    `\`${rule.text}\``,
    when,
    places(rule),
    rule.sources.join(' '),
    reviewed(rule.text),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function followUpRow(rule: FollowUpRule): string {
  const cells = [
    messages[rule.text]!,
    `\`${rule.text}\``,
    rule.audiences?.join(', ') ?? 'everybody',
    rule.situations?.join(', ') ?? 'always',
    places(rule),
    `${rule.evidence}: ${rule.source}`,
    reviewed(rule.text),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** The countries under whose law territories are, with those: "`AU` (CC, CX, NF)". */
function placesUnderOneLaw(): string {
  const countries = loadCountries();
  return countries
    .map(({ code }) => ({ code, under: countries.filter(({ sameLawAs }) => sameLawAs === code) }))
    .filter(({ under }) => under.length > 0)
    .map(({ code, under }) => `\`${code}\` (${under.map((territory) => territory.code).join(', ')})`)
    .join(', ');
}

function sentenceRows(belongs: (key: string) => boolean): string[] {
  return Object.entries(messages)
    .filter(([key]) => belongs(key))
    .map(([key, text]) => `| ${cell(text)} | \`${key}\` | ${reviewed(key)} |`);
}

/** What the panel says beside the steps, and what it rests on. */
const PANEL: Record<string, string[]> = {
  'panel.next.text': ['design'],
  'panel.next.text.child': ['design'],
  'panel.care.adult': ['U5', 'G1'],
  'panel.care.school-staff': ['U5'],
  'panel.care.child': ['G11', 'A3', 'N2'],
  'panel.encourage': ['G9', 'design'],
  'panel.words.hint': ['G7'],
};

function panelRows(): string[] {
  return Object.entries(PANEL).map(
    ([key, from]) => `| ${cell(messages[key]!)} | \`${key}\` | ${from.join(' ')} | ${reviewed(key)} |`,
  );
}

/** Sentences with advice in them that belong to none of the sections above. */
const ELSEWHERE = [
  'notes.refused.picture',
  'notes.not-noted',
  'notes.record.do-not-open',
  'welcome.not.1',
  'welcome.not.2',
  'welcome.not.3',
  'welcome.not.4',
  'error.body',
];

/** With an entry as it must look, of the first line of the checklist. */
function howToSignOff(): string[] {
  const key = CHECKLIST_RULES[0]!.text;
  const example: WordingReview = {
    reviewer: 'Jane Example, safeguarding lead, Example School',
    date: '2026-12-01',
    language: 'en',
    sentences: { [key]: messages[key]! },
  };
  return [
    '## To sign off',
    '',
    'Send the list with your marks to the maintainers, or add an entry to `src/plan/wording-reviews.json` yourself: who you',
    'are, the date, the language, and each sentence that you stand for, by its key, with the words as they stand here.',
    'A sentence that changes later counts as not reviewed. An entry looks like this:',
    '',
    '```json',
    ...JSON.stringify([example], null, 2).split('\n'),
    '```',
    '',
    'Whoever adds the first entry also changes `options.review.text` in `src/locales/en/options.json`, which says that nobody',
    'has reviewed the words, and runs `npm run docs`.',
    '',
    '## How to read it',
  ];
}

/** docs/safe-wording.md: every line that a person can be shown, for a safeguarding professional to read and sign off. */
export function safeWording(): string {
  const named = [...CHECKLIST_RULES.flatMap((rule) => rule.sources), ...Object.values(PANEL).flat()];
  const ids = [...new Set(named)].filter((id) => known[id]).sort();
  return `${[
    '# Safe wording',
    '',
    '<!-- Written by `npm run docs` from the records and sentences; change those, not this file. -->',
    '',
    'Every line that Signpost can show about what to do, where it applies, what it rests on, and who has reviewed it.',
    'It is meant to be read by somebody who works in safeguarding: no code is needed to judge it.',
    '',
    WORDING_REVIEWS.length === 0
      ? '**No safeguarding professional has reviewed this wording yet.** The extension says so on its options page.'
      : `Reviews: ${WORDING_REVIEWS.map(({ reviewer, date }) => `${reviewer} (${date})`).join('; ')}.`,
    '',
    ...howToSignOff(),
    '',
    'Words in braces are filled in: `{number}` is the country’s emergency number, `{helpline}` its helpline for children,',
    '`{takedown}` its own service for a child’s picture.',
    '`design` among the sources marks our own inference, which no body has said in these words; `country` is a country’s record.',
    `A country’s code stands for the territories under its law too: ${placesUnderOneLaw()}.`,
    '',
    '## Checklist',
    ...AUDIENCES.flatMap((audience) => [
      '',
      `### ${AUDIENCE_NAMES[audience]}`,
      '',
      '| Line | Words | Key | Situations | Where | Rests on | Reviewed by |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...CHECKLIST_RULES.filter((rule) => rule.audience === audience).map(checklistRow),
    ]),
    '',
    '## If nothing happens',
    '',
    '| Words | Key | For | Situations | Where | Rests on | Reviewed by |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...FOLLOW_UP_RULES.map(followUpRow),
    '',
    '## Steps: what each body is for, and how to reach it',
    '',
    '| Words | Key | Reviewed by |',
    '| --- | --- | --- |',
    ...sentenceRows((key) => key.startsWith('plan.')),
    '',
    '## The first screen',
    '',
    '| Words | Key | Reviewed by |',
    '| --- | --- | --- |',
    ...sentenceRows((key) => /^(emergency|safe|child|situation)\./.test(key)),
    '',
    '## The panel: notes, what comes next, and care',
    '',
    '| Words | Key | Rests on | Reviewed by |',
    '| --- | --- | --- | --- |',
    ...panelRows(),
    '',
    '## Elsewhere: where a picture or a note is refused, in a record, at the first run, and when something fails',
    '',
    '| Words | Key | Reviewed by |',
    '| --- | --- | --- |',
    ...sentenceRows((key) => ELSEWHERE.includes(key)),
    '',
    '## Left out until confirmed',
    '',
    '- England’s duty to report (Crime and Policing Bill): no copy seen shows that it is in force. Looked up again on 2026-11-24.',
    '- That school staff in the United Kingdom must not delete a picture nor ask the pupil to: the guidance’s own words were',
    '  not seen. The line says instead that the lead or the police decide.',
    '- A power of school staff to hold a device.',
    '- What the NSPCC’s telephone hours are.',
    '',
    '## Sources',
    '',
    '| Id | Grade | Copy’s date | Where |',
    '| --- | --- | --- | --- |',
    ...ids.map((id) => {
      const { evidence, seen, sources: where, note } = known[id]!;
      return `| ${id} | ${evidence} | ${seen ?? 'none shown'} | ${cell([...where, ...(note ? [`(${note})`] : [])].join(' '))} |`;
    }),
  ].join('\n')}\n`;
}
