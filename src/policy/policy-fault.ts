import type { Message, Translate } from '../locales/translate';

/** One thing wrong with a policy: where, what, and what Signpost does instead. The words: `src/locales/<language>/policy.json`. */
export interface PolicyFault {
  /** Path of the value, such as `contacts[2].phone`; empty for the policy as a whole. Cleaned text, at most 120 characters. */
  key: string;
  problem: Message;
  instead: Message;
}

/** What is wrong and what happens instead, as one text. Needs the sentences of policy.json. */
export function faultSentence({ problem, instead }: PolicyFault, t: Translate): string {
  return `${t(problem)} ${t(instead)}`;
}

/** Most faults that are named one by one; a hostile policy could hold millions. */
export const FAULT_LIMIT = 200;
