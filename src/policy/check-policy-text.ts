import { readPolicyFile } from './inputs/read-policy-file';
import type { KnownCodes } from './known-codes';
import { POLICY_KEYS, parsePolicy } from './parse-policy';
import type { PolicyFault } from './policy-fault';
import type { SchoolPolicy } from './school-policy';

export interface CheckedPolicyText {
  /** null where the text holds no policy: an empty one would take away what somebody has already filled in. */
  policy: SchoolPolicy | null;
  faults: PolicyFault[];
}

/** Reads and checks a policy from a text of any of the forms that `readPolicyFile` knows. Never throws. */
export function checkPolicyText(text: string, known: KnownCodes): CheckedPolicyText {
  const file = readPolicyFile(text);
  if ('settings' in file) {
    const { policy, faults } = parsePolicy(file.settings, known);
    return { policy: isOurs(file.settings) ? policy : null, faults };
  }
  return {
    policy: null,
    faults: [{ key: '', problem: file.problem, instead: { key: 'policy.instead.ignored' } }],
  };
}

/** Settings without a key are a policy too, one that decides nothing; those with strange keys alone are somebody else's. */
function isOurs(settings: unknown): boolean {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return false;
  return Object.keys(settings).length === 0 || POLICY_KEYS.some((key) => Object.hasOwn(settings, key));
}
