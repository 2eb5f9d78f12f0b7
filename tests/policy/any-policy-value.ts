import fc from 'fast-check';
import { AUDIENCES } from '../../src/catalogue/types';
import { CONTACT_KEYS, HELPLINE_KEYS, POLICY_KEYS } from '../../src/policy/parse-policy';
import { HIDEABLE_SECTIONS, NOTE_KEEPING } from '../../src/policy/school-policy';

/** Texts that an attacker or an accident would put in. */
const HOSTILE_TEXTS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'https://ceop.police.uk@evil.example/',
  'data:text/html,<script>1</script>',
  'Ms \u202eytefas\u202c',
  '\u0000\u0008\u001b[31m',
  '\ud800',
  '\ufffe\uffff',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '{name}',
  '{found}',
  '__proto__',
  'a'.repeat(5000),
  '🏫'.repeat(700),
  "'@\r\nRemove-Item C:\\",
  ']]></string></dict></plist>',
  '"\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\r\n"a"="b',
];

const text = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);
const goodText = fc.constantFrom(
  'Ms Okafor',
  '01632 960000',
  'dsl@school.example',
  'https://school.example/?a=1&b=2',
  'GB',
  'US',
  'US-IA',
  'en',
);
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withNullPrototype: true,
  withSparseArray: true,
  withMap: true,
});
const field = fc.oneof(
  { weight: 4, arbitrary: goodText },
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: anything },
);

const entryOf = (keys: readonly string[]) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.dictionary(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...keys) }, text), field, {
        maxKeys: 8,
      }),
    },
    anything,
  );

const words = fc.constantFrom<unknown>(...AUDIENCES, ...NOTE_KEEPING, true, false);
const lists = fc.oneof(
  fc.array(entryOf(CONTACT_KEYS), { maxLength: 12 }),
  fc.array(entryOf(HELPLINE_KEYS), { maxLength: 12 }),
  fc.array(fc.oneof(fc.constantFrom<string>(...HIDEABLE_SECTIONS), text), { maxLength: 8 }),
);

/** Policies good and hostile: known and unknown keys, own `__proto__`, values of every type. */
export const anyPolicyValue: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.oneof(
            { weight: 12, arbitrary: fc.constantFrom<string>(...POLICY_KEYS) },
            fc.constantFrom('__proto__', 'constructor', 'toString'),
            text,
          ),
          fc.oneof(field, words, lists),
        ),
        { maxLength: 20 },
      )
      .map((pairs) => Object.fromEntries(pairs)),
  },
  { weight: 1, arbitrary: anything },
);
