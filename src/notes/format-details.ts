import type { DetectedPage } from '../detect/detected-page';
import type { NotesView } from './notes-view';

/** What a form asks for first: a hotline the address, a body that protects a child the person and what happened. */
export type FormOrder = 'address-first' | 'person-first';

/** When it was seen, on the person's own clock and with the time zone; empty where no date is noted. */
export function formatSeen(notes: NotesView): string {
  const { date, time, timeZone } = notes;
  return date.value === ''
    ? ''
    : [date.value, time.value, timeZone.value && `(${timeZone.value})`].filter(Boolean).join(' ');
}

/**
 * The details as they are pasted into a form, without labels: link, name, id, when, where, words, in the order in
 * which the form wants them. Without notes, what the page tells.
 */
export function formatDetails(page: DetectedPage, notes: NotesView | null, order: FormOrder = 'address-first'): string {
  const items: readonly DetectedPage[] = notes && notes.items.length > 0 ? notes.items : [page];
  const pages = items.map(({ link, username, id }) => {
    const name = username && `@${username}`;
    return (order === 'address-first' ? [link, name, id] : [name, id, link]).filter(Boolean).join('\n');
  });
  if (!notes) return pages.join('\n\n');
  const names = notes.usernames.map(({ value }) => value).filter((name) => name !== '');
  const words = [notes.where.value, notes.words.value];
  const parts =
    order === 'address-first'
      ? [...pages, names.join('\n'), formatSeen(notes), ...words]
      : [names.join('\n'), ...pages, ...words, formatSeen(notes)];
  return parts.filter((part) => part !== '').join('\n\n');
}
