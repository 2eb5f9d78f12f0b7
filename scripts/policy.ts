import { readFileSync } from 'node:fs';
import sentences from '../src/locales/en/policy.json' with { type: 'json' };
import { createTranslator } from '../src/locales/translate';
import { checkPolicyText } from '../src/policy/check-policy-text';
import { knownCodes } from './known-codes';

/** `npm run -s policy -- check FILE` (`-` for standard input): names every fault, exit status 1 where there is one. */
const [command, file, ...rest] = process.argv.slice(2);
if (command !== 'check' || file === undefined || rest.length > 0) {
  console.error('Usage: npm run -s policy -- check FILE');
  process.exit(2);
}

const t = createTranslator(sentences);
const { faults } = checkPolicyText(readText(file), knownCodes());
for (const fault of faults) console.log(`${fault.key || '(policy)'}: ${t(fault.problem)} ${t(fault.instead)}`);
console.log(faults.length === 0 ? 'No faults.' : faults.length === 1 ? '1 fault.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

function readText(path: string): string {
  try {
    const bytes = readFileSync(path === '-' ? 0 : path);
    // regedit saves its files as UTF-16 with a byte order mark.
    return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
  } catch (error) {
    console.error(`${path} cannot be read: ${(error as Error).message}`);
    process.exit(2);
  }
}
