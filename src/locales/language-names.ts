import type { Message } from './translate';

/**
 * A language as its speakers call it, so that it needs no translation; the code itself where the browser knows no name.
 * Asking the browser takes milliseconds the first time, so it is done where the name is shown and not before.
 */
function ownLanguageName(code: string): string {
  try {
    return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The sentence that names the languages of a form. */
export function languagesSentence(codes: readonly string[]): Message {
  return { key: 'plan.how.languages', values: { languages: codes.map(ownLanguageName).join(', ') } };
}
