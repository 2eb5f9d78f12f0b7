import { isPartOf } from '../catalogue/codes';
import { AUDIENCES, type Audience } from '../catalogue/types';
import { NOTE_KEEPING, type NoteKeeping } from '../policy/school-policy';

/** What a person chose; null = not chosen, so a guess or the school's policy holds. */
export interface Preferences {
  country: string | null;
  subdivision: string | null;
  audience: Audience | null;
  notes: NoteKeeping | null;
}

/** Preferences as they were stored; whatever cannot be read is as if it had never been chosen. */
export function parsePreferences(stored: Record<string, unknown>): Preferences {
  const text = (key: string, form: RegExp) => {
    const own = stored[key];
    return typeof own === 'string' && form.test(own) ? own : null;
  };
  const country = text('country', /^[A-Z]{2}$/);
  const subdivision = text('subdivision', /^[A-Z]{2}-[A-Z0-9]{1,3}$/);
  return {
    country,
    subdivision: country && subdivision && isPartOf(subdivision, country) ? subdivision : null,
    audience: AUDIENCES.find((audience) => audience === stored.audience) ?? null,
    notes: NOTE_KEEPING.find((keeping) => keeping === stored.notes) ?? null,
  };
}
