import type { Translate } from '../locales/translate';
import { formatSeen } from './format-details';
import { type FieldView, type NotesView, onTheClock } from './notes-view';

export interface RecordOptions {
  /** Name of a platform or reporting body by its id; the id itself where it is not known. */
  nameOf(id: string): string;
  /** When the record is made, ms since 1970. */
  now: number;
}

/**
 * Everything that is noted, as plain text to print or save for the police or the safeguarding lead. Links stand as
 * text with a line above them that says not to open them.
 */
export function formatRecord(notes: NotesView, t: Translate, { nameOf, now }: RecordOptions): string {
  const zone = notes.timeZone.value;
  const when = (moment: number) => {
    const { date, time } = onTheClock(moment, zone);
    return `${date} ${time} (${zone})`;
  };
  const line = (label: string, value: string | null) => (value ? [`${t(`notes.record.${label}`)}: ${value}`] : []);
  const field = (label: string, { value, alsoTyped }: FieldView) => [
    ...line(label, value),
    ...alsoTyped.map((other) => t('notes.record.also-typed', { text: other.value })),
  ];

  const items = notes.items.flatMap((item, i) => [
    '',
    ...(notes.items.length > 1 ? [t('notes.record.link-number', { number: String(i + 1) })] : []),
    ...line('links', item.link),
    ...line('platform', item.platform && nameOf(item.platform)),
    ...line('id', item.id),
    ...line('username', item.username && `@${item.username}`),
  ]);
  const steps = notes.steps.flatMap(({ body, openedAt, reportedAt, reference }) => [
    `- ${nameOf(body)}: ${[
      ...openedAt.map((at) => t('notes.record.opened', { when: when(at) })),
      reportedAt === null ? t('notes.record.not-reported') : t('notes.record.reported', { when: when(reportedAt) }),
      ...(reference.value ? [t('notes.record.reference', { reference: reference.value })] : []),
      ...reference.alsoTyped.map((other) => t('notes.record.also-typed', { text: other.value })),
    ].join('; ')}`,
  ]);
  const seen = formatSeen(notes);
  return `${[
    t('notes.record.title'),
    t('notes.record.made', { when: when(now) }),
    ...(notes.items.some(({ link }) => link !== null) ? [t('notes.record.do-not-open')] : []),
    ...items,
    '',
    ...notes.usernames.flatMap((name) => field('more-usernames', name)),
    ...line('seen', seen),
    ...[notes.date, notes.time, notes.timeZone].flatMap(({ alsoTyped }) =>
      alsoTyped.map((other) => t('notes.record.also-typed', { text: other.value })),
    ),
    ...field('where', notes.where),
    ...field('words', notes.words),
    ...field('who-knows', notes.whoKnows),
    ...(steps.length > 0 ? ['', `${t('notes.record.steps')}:`, ...steps] : []),
  ].join('\n')}\n`;
}
