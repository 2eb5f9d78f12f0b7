import fc from 'fast-check';
import { expect, it } from 'vitest';
import { knownCodes } from '../../scripts/known-codes';
import { telephone } from '../../src/catalogue/telephone';
import sentences from '../../src/locales/en/policy.json';
import { createTranslator } from '../../src/locales/translate';
import { parsePolicy } from '../../src/policy/parse-policy';
import { policySettings } from '../../src/policy/policy-settings';
import { LIST_LIMIT, NO_POLICY, type SchoolPolicy, TEXT_LIMITS } from '../../src/policy/school-policy';
import { anyPolicyValue } from './any-policy-value';

const KNOWN = knownCodes();
const t = createTranslator(sentences);
const NEVER_IN_TEXT = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/u;

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const check = (holds: (policy: SchoolPolicy, value: unknown) => void) =>
  fc.assert(
    fc.property(anyPolicyValue, (value) => holds(parsePolicy(value, KNOWN).policy, value)),
    { numRuns: 1000 },
  );

it('nothing gets in but cleaned, short text', () => {
  check((policy) => {
    for (const text of textsOf(policy)) {
      expect(text).not.toMatch(NEVER_IN_TEXT);
      expect(text).not.toBe('');
      expect(Array.from(text).length).toBeLessThanOrEqual(TEXT_LIMITS.link * 3);
    }
    for (const one of [policy.schoolName, ...policy.contacts.map((contact) => contact.name)]) {
      expect(Array.from(one ?? '').length).toBeLessThanOrEqual(TEXT_LIMITS.name);
    }
    expect(policy.contacts.length).toBeLessThanOrEqual(LIST_LIMIT);
  });
});

it('no link, number or mailbox leads anywhere but where it says', () => {
  check((policy) => {
    const entries = [...policy.contacts, ...policy.helplines];
    for (const link of [policy.reportLink, ...entries.map((entry) => entry.link)]) {
      if (link === null) continue;
      const { protocol, username, password, href } = new URL(link);
      expect([protocol, username, password, href]).toEqual(['https:', '', '', link]);
    }
    for (const { phone } of entries) if (phone !== null) expect(telephone(phone)).toMatch(/^tel:\+?\d{3,15}$/);
    for (const { email } of policy.contacts) if (email !== null) expect(new URL(`mailto:${email}`).search).toBe('');
  });
});

it('the shape never changes, and nothing outside it is touched', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();
  check((policy) => {
    expect(Object.keys(policy).sort()).toEqual(Object.keys(NO_POLICY).sort());
    expect(Object.getPrototypeOf(policy)).toBe(Object.prototype);
    if (policy.countryLocked) expect(policy.country).not.toBeNull();
    if (policy.audienceLocked) expect([policy.audience, policy.staffSwitch]).toEqual([expect.any(String), false]);
    if (policy.subdivision) expect(policy.subdivision.startsWith(`${policy.country}-`)).toBe(true);
  });
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
});

it('every fault is a sentence of ours, filled in and free of characters that hide', () => {
  fc.assert(
    fc.property(anyPolicyValue, (value) => {
      for (const { key, problem, instead } of parsePolicy(value, KNOWN).faults) {
        expect(Object.keys(sentences)).toEqual(expect.arrayContaining([problem.key, instead.key]));
        for (const text of [key, t(problem), t(instead)]) expect(text).not.toMatch(NEVER_IN_TEXT);
        expect(key.length).toBeLessThanOrEqual(150);
        expect(t(problem).length).toBeLessThanOrEqual(400);
      }
    }),
    { numRuns: 500 },
  );
});

it('what was read can be written and read again without a fault', () => {
  check((policy) => {
    expect(parsePolicy(policySettings(policy), KNOWN)).toEqual({ policy, faults: [] });
  });
});
