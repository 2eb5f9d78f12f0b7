import type { Message } from '../locales/translate';
import { type CleanedText, cleanText, type TextLines } from './clean-text';
import { ENTRY_LEFT_OUT, type FaultList, LEFT_OUT } from './fault-list';
import { readEmail, readLink, readPhone } from './read-contact';
import { LIST_LIMIT, TEXT_LIMITS } from './school-policy';

const NOT_SET: Message = { key: 'policy.instead.not-set' };
const NOT_LOCKED: Message = { key: 'policy.instead.not-locked' };
const CLEANED: Message = { key: 'policy.instead.cleaned' };

/**
 * Reads the values of one group (the policy, or one entry of a list), each by its kind. What is wrong with a value is
 * named in the policy's faults; null (false, an empty list) is given where there is none that can be used. Reads own
 * properties alone.
 */
export class FieldReader<Key extends string> {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #path: string;
  readonly #faults: FaultList;

  private constructor(values: ReadonlyMap<string, unknown>, path: string, faults: FaultList) {
    this.#values = values;
    this.#path = path;
    this.#faults = faults;
  }

  /**
   * The reader of a group, whose other keys than `keys` are named as faults; null where the value is no group.
   *
   * @param path of the group in the policy, empty for the policy itself
   * @param instead what Signpost does where the value is no group
   */
  static of<Key extends string>(
    value: unknown,
    path: string,
    keys: readonly Key[],
    faults: FaultList,
    instead: Message,
  ): FieldReader<Key> | null {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.add(path, { key: 'policy.problem.not-a-group', values: { found: shown(value) } }, instead);
      return null;
    }
    const values = new Map<string, unknown>();
    for (const key of Object.getOwnPropertyNames(value)) {
      if (!keys.some((known) => known === key)) {
        const problem = { key: 'policy.problem.unknown-key', values: { allowed: keys.join(', ') } };
        faults.add(join(path, shown(key)), problem, LEFT_OUT);
        continue;
      }
      const held: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
      if (held !== undefined) values.set(key, held);
    }
    return new FieldReader(values, path, faults);
  }

  /** Names what is wrong with one value or one entry of a list, or with the group as a whole where the key is null. */
  fault(key: Key | `${Key}[${number}]` | null, problem: Message, instead: Message): void {
    this.#faults.add(key === null ? this.#path : join(this.#path, key), problem, instead);
  }

  /** Text that is repaired where it has to be. @param limit most code points */
  text(key: Key, limit: number, lines: TextLines = 'one-line', instead = LEFT_OUT): string | null {
    const cleaned = this.#cleaned(key, limit, lines, instead);
    if (cleaned === null) return null;
    if (cleaned.removed) this.fault(key, { key: 'policy.problem.hidden-characters' }, CLEANED);
    if (cleaned.tooLong) {
      const values = { limit: String(limit) };
      this.fault(key, { key: 'policy.problem.too-long', values }, { key: 'policy.instead.cut', values });
    }
    return cleaned.text === '' ? null : cleaned.text;
  }

  phone(key: Key): string | null {
    return this.#readExact(
      key,
      TEXT_LIMITS.phone,
      (text) => readPhone(text) ?? { problem: 'policy.problem.not-a-phone' },
    );
  }

  email(key: Key): string | null {
    return this.#readExact(
      key,
      TEXT_LIMITS.email,
      (text) => readEmail(text) ?? { problem: 'policy.problem.not-an-email' },
    );
  }

  link(key: Key): string | null {
    return this.#readExact(key, TEXT_LIMITS.link, (text) => {
      const read = readLink(text);
      return 'link' in read ? read.link : { problem: `policy.problem.${read.problem}` };
    });
  }

  /** One of the codes, as they are listed; capitals and small letters are put right. @param problem key of what is said of others */
  code(key: Key, codes: ReadonlySet<string>, problem: string): string | null {
    const text = this.text(key, TEXT_LIMITS.name, 'one-line', NOT_SET);
    if (text === null || codes.has(text)) return text;
    const listed = [...codes].find((code) => code.toLowerCase() === text.toLowerCase());
    if (listed !== undefined) {
      const instead = { key: 'policy.instead.value', values: { value: listed } };
      this.fault(key, { key: 'policy.problem.letter-case', values: { found: text } }, instead);
      return listed;
    }
    const allowed = [...codes].sort().join(', ');
    this.fault(key, { key: problem, values: { found: shown(text), allowed } }, NOT_SET);
    return null;
  }

  /** One of the words, exactly. */
  choice<Choice extends string>(key: Key, choices: readonly Choice[]): Choice | null {
    const value = this.#values.get(key);
    if (value === undefined || (typeof value === 'string' && value.trim() === '')) return null;
    const choice = choices.find((one) => one === value);
    if (choice !== undefined) return choice;
    const values = { found: shown(value), allowed: choices.join(', ') };
    this.fault(key, { key: 'policy.problem.not-a-choice', values }, NOT_SET);
    return null;
  }

  truth(key: Key, instead: Message): boolean | null {
    const value = this.#values.get(key);
    if (value === undefined || typeof value === 'boolean') return value ?? null;
    this.fault(key, { key: 'policy.problem.not-yes-or-no', values: { found: shown(value) } }, instead);
    return null;
  }

  /**
   * A lock beside no usable value would lock a person into what nobody chose.
   *
   * @param locks the key that it locks
   * @param value what was read of that key
   */
  lock(key: Key, locks: Key, value: string | null): boolean {
    const locked = this.truth(key, NOT_LOCKED) ?? false;
    if (!locked || value !== null) return locked;
    this.fault(key, { key: 'policy.problem.locks-nothing', values: { locks } }, NOT_LOCKED);
    return false;
  }

  list(key: Key): readonly unknown[] {
    const value = this.#values.get(key);
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.fault(key, { key: 'policy.problem.not-a-list', values: { found: shown(value) } }, LEFT_OUT);
    return [];
  }

  /**
   * The entries of a list of groups, `LIST_LIMIT` at most.
   *
   * @param readEntry gives the entry; null where too little of it can be used, which it names as a fault itself
   */
  entries<EntryKey extends string, Entry>(
    key: Key,
    entryKeys: readonly EntryKey[],
    readEntry: (fields: FieldReader<EntryKey>) => Entry | null,
  ): Entry[] {
    const list = this.list(key);
    if (list.length > LIST_LIMIT) {
      const values = { found: String(list.length), limit: String(LIST_LIMIT) };
      this.fault(key, { key: 'policy.problem.too-many', values }, { key: 'policy.instead.first-ones', values });
    }
    const entries: Entry[] = [];
    for (const [index, value] of list.slice(0, LIST_LIMIT).entries()) {
      const path = join(this.#path, `${key}[${index}]`);
      const fields = FieldReader.of(value, path, entryKeys, this.#faults, ENTRY_LEFT_OUT);
      const entry = fields && readEntry(fields);
      if (entry) entries.push(entry);
    }
    return entries;
  }

  #cleaned(key: Key, limit: number, lines: TextLines, instead: Message): CleanedText | null {
    const value = this.#values.get(key);
    if (value === undefined) return null;
    if (typeof value === 'string') return cleanText(value, limit, lines);
    this.fault(key, { key: 'policy.problem.not-text', values: { found: shown(value) } }, instead);
    return null;
  }

  /** Like `text`, for what is useless when it had to be repaired: half a phone number reaches somebody else. */
  #exact(key: Key, limit: number): string | null {
    const cleaned = this.#cleaned(key, limit, 'one-line', LEFT_OUT);
    if (cleaned === null) return null;
    if (cleaned.removed) this.fault(key, { key: 'policy.problem.hidden-characters' }, LEFT_OUT);
    else if (cleaned.tooLong)
      this.fault(key, { key: 'policy.problem.too-long', values: { limit: String(limit) } }, LEFT_OUT);
    else if (cleaned.text !== '') return cleaned.text;
    return null;
  }

  #readExact(key: Key, limit: number, read: (text: string) => string | { problem: string }): string | null {
    const text = this.#exact(key, limit);
    if (text === null) return null;
    const found = read(text);
    if (typeof found === 'string') return found;
    this.fault(key, { key: found.problem, values: { found: shown(text) } }, LEFT_OUT);
    return null;
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** A value as it may be shown in a sentence: cleaned, short, and never asked for its own words. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    const { text, tooLong } = cleanText(value, 60);
    return tooLong ? `${text}…` : text;
  }
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return typeof value === 'function' || typeof value === 'symbol' ? typeof value : String(value);
}
