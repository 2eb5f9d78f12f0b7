import { describe, expect, it } from 'vitest';
import { knownCodes } from '../../scripts/known-codes';
import { telephone } from '../../src/catalogue/telephone';
import sentences from '../../src/locales/en/policy.json';
import { createTranslator } from '../../src/locales/translate';
import { parsePolicy } from '../../src/policy/parse-policy';
import { FAULT_LIMIT } from '../../src/policy/policy-fault';
import { NO_POLICY, TEXT_LIMITS } from '../../src/policy/school-policy';
import { THIRTY_FAULTS, THIRTY_FAULTY_KEYS } from './thirty-faults';

const KNOWN = knownCodes();
const parse = (value: unknown) => parsePolicy(value, KNOWN);
const keys = (value: unknown) => parse(value).faults.map((fault) => fault.key);

describe('a policy without a mistake', () => {
  it('is used as it is written', () => {
    const policy = {
      country: 'US',
      countryLocked: true,
      subdivision: 'US-IA',
      audience: 'child',
      audienceLocked: true,
      schoolName: 'Lincoln Middle School',
      contacts: [
        {
          name: 'Ms Rivera',
          role: 'Counselor',
          phone: '+1 (515) 555-0123 ext. 12',
          email: "m.o'rivera@lincoln.example",
          link: 'https://lincoln.example/help',
          hours: 'Mon–Fri, 8:00–15:00',
        },
      ],
      message: 'You can always come to us.\n\nRoom 12.',
      reportLink: 'https://lincoln.example/report',
      helplines: [{ name: 'District line', phone: '555-0100', link: null, hours: null }].map(({ name, phone }) => ({
        name,
        phone,
      })),
      language: 'en',
      languageLocked: true,
      notes: 'session',
      notesLocked: true,
      hiddenSections: ['options', 'sources'],
      staffSwitch: false,
    };
    const parsed = parse(policy);
    expect(parsed.faults).toEqual([]);
    expect(parsed.policy).toEqual({
      ...policy,
      helplines: [{ name: 'District line', phone: '555-0100', link: null, hours: null }],
    });
  });

  it.each([undefined, null, {}])('%s is no policy and no mistake', (value) => {
    expect(parse(value)).toEqual({ policy: NO_POLICY, faults: [] });
  });

  it('takes an empty text as not set, as a form that was left blank gives it', () => {
    const blank = {
      country: '',
      audience: '',
      schoolName: ' ',
      reportLink: '',
      contacts: [{ name: 'Mr Byrne', phone: '', email: '', link: '' }],
    };
    expect(parse(blank).faults).toEqual([]);
    expect(parse(blank).policy.contacts).toEqual([
      { name: 'Mr Byrne', role: null, phone: null, email: null, link: null, hours: null },
    ]);
  });

  it('offers the shortcut for staff unless the audience is locked or the school says otherwise', () => {
    expect(parse({ audience: 'child' }).policy.staffSwitch).toBe(true);
    expect(parse({ audience: 'child', audienceLocked: true }).policy.staffSwitch).toBe(false);
    expect(parse({ audience: 'child', staffSwitch: false }).policy.staffSwitch).toBe(false);
    const around = { audience: 'child', audienceLocked: true, staffSwitch: true };
    expect(parse(around).policy.staffSwitch).toBe(false);
    expect(keys(around)).toEqual(['staffSwitch']);
  });
});

describe('a mistake', () => {
  it('is named with its place, and costs nothing but itself', () => {
    const { policy, faults } = parse({
      country: 'UK',
      countryLocked: true,
      schoolName: 'Hill School',
      contacts: [{ name: 'Ms A', phone: 'ask the office' }, 'Mr B', { name: 'Ms C', phone: '01632 960000' }],
    });
    expect(faults.map((fault) => fault.key)).toEqual(['country', 'countryLocked', 'contacts[0].phone', 'contacts[1]']);
    expect(policy.country).toBeNull();
    expect(policy.countryLocked).toBe(false);
    expect(policy.schoolName).toBe('Hill School');
    expect(policy.contacts.map((contact) => [contact.name, contact.phone])).toEqual([
      ['Ms A', null],
      ['Ms C', '01632 960000'],
    ]);
  });

  it('is named 30 times when there are 30', () => {
    const { faults } = parse(THIRTY_FAULTS);
    expect(faults.map((fault) => fault.key)).toEqual(THIRTY_FAULTY_KEYS);
    expect(THIRTY_FAULTY_KEYS).toHaveLength(30);
  });

  it('has a sentence for what was wrong and one for what is used, with every value filled in', () => {
    const t = createTranslator(sentences);
    for (const fault of parse(THIRTY_FAULTS).faults) {
      for (const message of [fault.problem, fault.instead]) {
        expect(Object.keys(sentences)).toContain(message.key);
        expect(t(message)).not.toMatch(/\{\w+\}/);
      }
    }
  });

  it('keeps the list of faults short however many there are', () => {
    const { faults } = parse(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`key${i}`, 1])));
    expect(faults).toHaveLength(FAULT_LIMIT + 1);
    expect(faults.at(-1)?.problem.values?.count).toBe(String(5000 - FAULT_LIMIT));
  });

  it('keeps a region out of another country', () => {
    expect(parse({ country: 'GB', subdivision: 'US-IA' }).policy.subdivision).toBeNull();
    expect(keys({ subdivision: 'US-IA' })).toEqual(['subdivision']);
  });

  it('repairs letter case and says so', () => {
    expect(parse({ country: 'gb' }).policy.country).toBe('GB');
    expect(keys({ country: 'gb' })).toEqual(['country']);
  });

  it('shows a contact without a name by the role', () => {
    expect(parse({ contacts: [{ role: 'Safeguarding lead', phone: '01632 960001' }] }).policy.contacts[0]?.name).toBe(
      'Safeguarding lead',
    );
  });

  it('never hides what keeps a child safe', () => {
    const hidden = ['emergency', 'safe-handling', 'steps', 'checklist', 'care'];
    expect(parse({ hiddenSections: hidden })).toMatchObject({
      policy: { hiddenSections: [] },
      faults: hidden.map(() => ({})),
    });
  });
});

describe('hostile values', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'http://school.example/',
    '//school.example/',
    'https://ceop.police.uk@evil.example/',
    'https://school.example/\u202egro.fwi',
    'chrome://settings',
    'file:///etc/passwd',
    'blob:https://school.example/x',
    'https://',
    'https://school.example/ two',
    `https://school.example/${'a'.repeat(TEXT_LIMITS.link)}`,
  ])('are no link: %.60s', (link) => {
    const { policy, faults } = parse({ reportLink: link });
    expect(policy.reportLink).toBeNull();
    expect(faults.map((fault) => fault.key)).toEqual(['reportLink']);
  });

  it.each([
    '12',
    '0'.repeat(16),
    'call 999',
    '*#06#',
    '+44;phone-context=x',
    '999,,1',
    '\u0661\u0662\u0663',
    '0808\u202e008',
  ])('are no phone number: %s', (phone) => {
    expect(parse({ contacts: [{ name: 'A', phone }] }).policy.contacts[0]?.phone).toBeNull();
  });

  it.each([
    'a@b',
    'a b@c.example',
    'a@b.example?bcc=x@evil.example',
    'a%0d@b.example',
    'javascript:a@b.example',
    'a@b.example,c@d.example',
  ])('are no e-mail address: %s', (email) => {
    expect(parse({ contacts: [{ name: 'A', email }] }).policy.contacts[0]?.email).toBeNull();
  });

  it('takes the addresses that a form may give with their scheme', () => {
    const [contact] = parse({
      contacts: [{ name: 'A', email: 'mailto:dsl@school.example', phone: 'tel:+441632960000' }],
    }).policy.contacts;
    expect(contact).toMatchObject({ email: 'dsl@school.example', phone: '+441632960000' });
  });

  it('lose the characters that turn or hide text, and keep those that scripts need', () => {
    expect(parse({ schoolName: 'Hill\u202e loohcS\u0000' }).policy.schoolName).toBe('Hill loohcS');
    expect(parse({ schoolName: 'می\u200cخواهم' }).policy.schoolName).toBe('می\u200cخواهم');
    expect(parse({ schoolName: `e${'\u0301'.repeat(50)}` }).policy.schoolName).toHaveLength(5);
    expect(parse({ schoolName: '<img src=x onerror=alert(1)>' }).policy.schoolName).toBe(
      '<img src=x onerror=alert(1)>',
    );
  });

  it('are read as own keys alone', () => {
    expect(parse(Object.create({ country: 'GB' })).policy.country).toBeNull();
    const polluted: unknown = JSON.parse(
      '{"__proto__":{"country":"GB"},"constructor":{"prototype":{"x":1}},"country":"IE"}',
    );
    const { policy, faults } = parse(polluted);
    expect(policy.country).toBe('IE');
    expect(faults.map((fault) => fault.key)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('cannot name a platform, a body or the address of an official form', () => {
    const values = {
      platforms: { youtube: 'https://evil.example' },
      bodies: {},
      routes: [],
      steps: [],
      'ceop.reportUrl': 'https://evil.example',
    };
    expect(parse(values).policy).toEqual(NO_POLICY);
    expect(keys(values)).toEqual(Object.keys(values));
  });

  it('never throw, even when built to', () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(parse(trap)).toMatchObject({ policy: NO_POLICY, faults: [{ key: '' }] });
    const getter = Object.defineProperty({}, 'country', {
      get: () => {
        throw new Error('no');
      },
      enumerable: true,
    });
    expect(parse(getter).policy).toEqual(NO_POLICY);
  });
});

describe('a phone number with an extension', () => {
  it.each(['01632 960200 ext. 14', '01632 960200 x14', '01632 960200 Extension 14'])(
    'dials the number alone: %s',
    (phone) => {
      const [contact] = parse({ contacts: [{ name: 'A', phone }] }).policy.contacts;
      expect(contact?.phone).toBe(phone);
      expect(telephone(contact!.phone!)).toBe('tel:01632960200');
    },
  );

  it.each(['01632 960200 x1234567', '01632 960200 x1 x2', 'x14'])(
    'is refused where a part would be dialled: %s',
    (phone) => {
      expect(keys({ contacts: [{ name: 'A', phone }] })).toEqual(['contacts[0].phone']);
    },
  );
});
