/** Message key → sentence; `{name}` in a sentence is filled from the values. */
export type Messages = Readonly<Record<string, string>>;

/** A message key with its values, as the core hands it on; the words live in `src/locales/<language>/`. */
export interface Message {
  key: string;
  values?: Readonly<Record<string, string>>;
}

export type Translate = (message: Message | string, values?: Readonly<Record<string, string>>) => string;

/**
 * A translator over one language's messages. A key without a sentence gives the key itself, so that a gap is
 * visible and nothing crashes in front of a frightened person; a test holds that no shipped key is missing.
 */
export function createTranslator(messages: Messages): Translate {
  return (message, values) => {
    const { key, values: own } = typeof message === 'string' ? { key: message, values } : message;
    const sentence = messages[key] ?? key;
    return own || values
      ? sentence.replace(/\{(\w+)\}/g, (whole, name: string) => own?.[name] ?? values?.[name] ?? whole)
      : sentence;
  };
}
