import { readPolicyFile } from './inputs/read-policy-file';
import type { KnownCodes } from './known-codes';
import { type ParsedPolicy, parsePolicy } from './parse-policy';
import { NO_POLICY } from './school-policy';

/** Reads and checks a policy from a text of any of the forms that `readPolicyFile` knows. Never throws. */
export function checkPolicyText(text: string, known: KnownCodes): ParsedPolicy {
  const file = readPolicyFile(text);
  if ('settings' in file) return parsePolicy(file.settings, known);
  return {
    policy: NO_POLICY,
    faults: [{ key: '', problem: file.problem, instead: { key: 'policy.instead.ignored' } }],
  };
}
